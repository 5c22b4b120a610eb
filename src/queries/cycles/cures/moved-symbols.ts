import { ALL_USE_KINDS, useMask } from '../../../base/symbol-kinds.ts';
import type { SymbolsReader } from '../../../image/reader.ts';

/** Uses that TypeScript erases. */
export const TYPE_USES: number = useMask(['type', 'accepts', 'returns', 'injects', 'implements']);

/** More than these are a module of their own, and not to be recommended in a word. */
const MOST_MOVED = 4;

/**
 * The symbols that would have to move together so that these no longer need their module: themselves and what they use of it, at its top level. Null where
 * they cannot: what they use is in the circle too, it is the module itself, or it is too much.
 * @param module node of the graph that declares them all
 * @param isInCircle whether another module, by its node, is one of the circle
 * @param withTypes whether uses that TypeScript erases count as well
 */
export function movedSymbols(
  symbols: SymbolsReader,
  module: number,
  wanted: readonly number[],
  isInCircle: (node: number) => boolean,
  withTypes: boolean,
): number[] | null {
  const { offsets, targets, masks } = symbols.forward;
  const counted = withTypes ? ALL_USE_KINDS : ALL_USE_KINDS & ~TYPE_USES;
  const moved = new Set<number>();
  const open = wanted.map((symbol) => outermost(symbols, symbol));
  for (let symbol = open.pop(); symbol !== undefined; symbol = open.pop()) {
    if (moved.has(symbol)) continue;
    if (symbols.kindOf(symbol) === 'module' || moved.size === MOST_MOVED) return null;
    moved.add(symbol);
    for (const part of symbols.allWithin(symbol)) {
      for (let edge = offsets[part] ?? 0; edge < (offsets[part + 1] ?? 0); edge++) {
        if (((masks[edge] ?? 0) & counted) === 0) continue;
        const target = targets[edge] ?? 0;
        const node = symbols.nodeOf(target);
        if (node === module) open.push(outermost(symbols, target));
        else if (isInCircle(node)) return null;
      }
    }
  }
  return [...moved].sort((a, b) => a - b);
}

/** The symbol of the module's top level that holds a symbol; the symbol itself for a module. */
function outermost(symbols: SymbolsReader, symbol: number): number {
  let found = symbol;
  for (let parent = symbols.parentOf(found); parent !== null; parent = symbols.parentOf(found)) {
    if (symbols.kindOf(parent) === 'module') break;
    found = parent;
  }
  return found;
}
