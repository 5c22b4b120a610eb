import { DECLARED_STATIC } from '../../symbol-records.ts';
import type { Children } from './children.ts';
import { isTypeKind, isValueKind } from './meanings.ts';
import type { ProjectSymbols } from './project-symbols.ts';

/** A name that is written as it is: what stands in an id between two dots. */
const PLAIN_NAME = /^#?[\p{L}\p{N}_$=-]+$/u;

/**
 * Ids of the project's symbols: `path`, `path#Name`, `path#Class.member`; docs/symbols.md has the rules. No two are the same: names within an id
 * have neither dots nor `~`, and what shares a name has a suffix. Nearly all follow from the parent's id and the name, and are never put together.
 */
export class SymbolIds {
  /** By symbol, those that do not follow so. */
  readonly irregular: ReadonlyMap<number, string>;
  private readonly symbols: ProjectSymbols;
  private readonly suffixes: ReadonlyMap<number, string>;

  constructor(symbols: ProjectSymbols, children: Children) {
    this.symbols = symbols;
    this.suffixes = suffixesOf(symbols, children);
    const irregular = new Map<number, string>();
    this.irregular = irregular;
    const isOdd = symbols.names.texts.map((name) => !PLAIN_NAME.test(name));
    const { moduleSymbols, nameNumbers, parents } = symbols;
    for (let module = 0; module + 1 < moduleSymbols.length; module++) {
      const own = moduleSymbols[module] ?? 0;
      const path = symbols.files[module]?.path ?? '';
      const isOddPath = escaped(path) !== path;
      for (let symbol = own + 1; symbol < (moduleSymbols[module + 1] ?? 0); symbol++) {
        const follows = !(isOddPath && parents[symbol] === own) && !isOdd[nameNumbers[symbol] ?? 0];
        if (!follows || (this.suffixes.get(symbol) ?? '') !== '') irregular.set(symbol, this.of(symbol));
      }
    }
  }

  of(symbol: number): string {
    const { moduleSymbols, modules, parents, files } = this.symbols;
    const module = modules[symbol] ?? 0;
    const own = moduleSymbols[module] ?? 0;
    const path = files[module]?.path ?? '';
    if (symbol === own) return path;
    const segments: string[] = [];
    for (let at = symbol; at !== own; at = parents[at] ?? own) segments.push(this.segment(at, parents[at] === own));
    return `${escaped(path)}#${segments.reverse().join('')}`;
  }

  /** By symbol. */
  all(): string[] {
    return Array.from({ length: this.symbols.count }, (_, symbol) => this.of(symbol));
  }

  private segment(symbol: number, isFirst: boolean): string {
    const name = this.symbols.names.text(this.symbols.nameNumbers[symbol] ?? 0);
    const suffix = this.suffixes.get(symbol) ?? '';
    if (!PLAIN_NAME.test(name)) return `[${JSON.stringify(name)}]${suffix}`;
    return `${isFirst ? '' : '.'}${name}${suffix}`;
  }
}

function escaped(path: string): string {
  return path.replaceAll('%23', '%2523').replaceAll('#', '%23');
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
