import { SYMBOL_KINDS } from '../../base/symbol-kinds.ts';
import type { SymbolsReader } from '../../image/reader.ts';

const MODULE = SYMBOL_KINDS.indexOf('module');

/** The rows of {@link SymbolsReader.exports} of each module, by the module's node: those of node n are rows[offsets[n]] … rows[offsets[n + 1]]. */
export interface ExportRows {
  readonly offsets: Uint32Array;
  readonly rows: Uint32Array;
}

/** @param nodeCount nodes of the graph */
export function exportRows(symbols: SymbolsReader, nodeCount: number): ExportRows {
  const { modules } = symbols.exports;
  const { nodes } = symbols.columns;
  const offsets = new Uint32Array(nodeCount + 1);
  for (let row = 0; row < modules.length; row++) count(offsets, (nodes[modules[row] ?? 0] ?? 0) + 1);
  for (let node = 0; node < nodeCount; node++) offsets[node + 1] = (offsets[node] ?? 0) + (offsets[node + 1] ?? 0);
  const next = offsets.slice();
  const rows = new Uint32Array(modules.length);
  for (let row = 0; row < modules.length; row++) rows[count(next, nodes[modules[row] ?? 0] ?? 0)] = row;
  return { offsets, rows };
}

/** Counts one more. @returns what it was before */
function count(counts: Uint32Array, at: number): number {
  const before = counts[at] ?? 0;
  counts[at] = before + 1;
  return before;
}

/** All symbols that some modules give to others, also through `export * as`, near and far; one may come several times. */
export function* symbolsGivenBy(
  symbols: SymbolsReader,
  { offsets, rows }: ExportRows,
  nodes: Iterable<number>,
): Generator<number> {
  const { kinds, nodes: nodeOf } = symbols.columns;
  // A set that is gone through hears of what is added meanwhile.
  const open = new Set(nodes);
  for (const node of open) {
    for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) {
      const symbol = symbols.exports.symbols[rows[at] ?? 0] ?? 0;
      if (kinds[symbol] === MODULE) open.add(nodeOf[symbol] ?? 0);
      yield symbol;
    }
  }
}
