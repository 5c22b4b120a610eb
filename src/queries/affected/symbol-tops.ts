import type { SymbolsReader } from '../../image/reader.ts';

/** What a symbol is part of at the top level of its module: itself, what it is declared in, or the module. One word a symbol. */
export function topLevelSymbols(symbols: SymbolsReader): Uint32Array {
  const tops = new Uint32Array(symbols.projectEnd);
  const isModule = new Uint8Array(symbols.projectEnd);
  for (const module of symbols.modules) isModule[module] = 1;
  for (let symbol = 0; symbol < symbols.projectEnd; symbol++) {
    const parent = isModule[symbol] === 1 ? null : symbols.parentOf(symbol);
    // Parents come before what is in them.
    tops[symbol] = parent === null || isModule[parent] === 1 ? symbol : (tops[parent] ?? symbol);
  }
  return tops;
}

/** The module symbol of each node of the graph; -1 where there is none. */
export function moduleSymbols(symbols: SymbolsReader, nodeCount: number): Int32Array {
  const found = new Int32Array(nodeCount).fill(-1);
  for (const module of symbols.modules) found[symbols.nodeOf(module)] = module;
  return found;
}
