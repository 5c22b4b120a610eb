import { DECLARED_STATIC } from '../../symbol-records.ts';
import type { Children } from './children.ts';
import { isTypeKind, isValueKind } from './meanings.ts';
import type { ProjectSymbols } from './project-symbols.ts';

/** A name that is written as it is: what stands in an id between two dots. */
const PLAIN_NAME = /^#?[\p{L}\p{N}_$=-]+$/u;

/**
 * Ids of the project's symbols: `path`, `path#Name`, `path#Class.member`; docs/symbols.md has the rules. No two are the same: names within an id
 * have neither dots nor `~`, and what shares a name has a suffix.
 */
export function symbolIds(symbols: ProjectSymbols, children: Children): string[] {
  const suffixes = suffixesOf(symbols, children);
  const ids: string[] = new Array(symbols.count);
  symbols.moduleSymbols.subarray(0, -1).forEach((own, module) => {
    const path = symbols.files[module]?.path ?? '';
    ids[own] = path;
    const escaped = path.replaceAll('%23', '%2523').replaceAll('#', '%23');
    for (let symbol = own + 1; symbol < (symbols.moduleSymbols[module + 1] ?? 0); symbol++) {
      const parent = symbols.parents[symbol] ?? own;
      const name = symbols.names.text(symbols.nameNumbers[symbol] ?? 0);
      const segment = PLAIN_NAME.test(name) ? name : `[${JSON.stringify(name)}]`;
      const before = parent === own ? `${escaped}#` : `${ids[parent] ?? ''}${segment === name ? '.' : ''}`;
      ids[symbol] = before + segment + (suffixes.get(symbol) ?? '');
    }
  });
  return ids;
}

/** `~type` for a type beside a value of its name, `~static` for a static member beside one of instances, a number for what is left. */
function suffixesOf(symbols: ProjectSymbols, children: Children): Map<number, string> {
  const suffixes = new Map<number, string>();
  const name = (symbol: number): number => symbols.nameNumbers[symbol] ?? 0;
  for (let parent = 0; parent < symbols.count; parent++) {
    if (!children.hasSeveral(parent)) continue;
    const row = children.of(parent);
    for (let first = 0; first < row.length; ) {
      let end = first + 1;
      while (end < row.length && name(row[end] ?? 0) === name(row[first] ?? 0)) end++;
      if (end - first > 1) addSuffixes(row.subarray(first, end), symbols, suffixes);
      first = end;
    }
  }
  return suffixes;
}

function addSuffixes(twins: Uint32Array, { kinds, flags }: ProjectSymbols, suffixes: Map<number, string>): void {
  const isOnlyType = (symbol: number): boolean => !isValueKind(kinds[symbol] ?? 0) && isTypeKind(kinds[symbol] ?? 0);
  const isStatic = (symbol: number): boolean => ((flags[symbol] ?? 0) & DECLARED_STATIC) !== 0;
  const hasValue = twins.some((symbol) => !isOnlyType(symbol));
  const hasInstance = twins.some((symbol) => !isStatic(symbol));
  const used = new Map<string, number>();
  for (const symbol of twins) {
    const word = hasValue && isOnlyType(symbol) ? '~type' : hasInstance && isStatic(symbol) ? '~static' : '';
    const before = used.get(word) ?? 0;
    used.set(word, before + 1);
    suffixes.set(symbol, before === 0 ? word : `${word}~${before + 1}`);
  }
}
