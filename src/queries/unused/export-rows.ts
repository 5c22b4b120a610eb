import type { SymbolsReader } from '../../image/reader.ts';

/** The rows of {@link SymbolsReader.exports} of each module, by the module's node. */
export function exportRows(symbols: SymbolsReader): ReadonlyMap<number, readonly number[]> {
  const { modules } = symbols.exports;
  const rows = new Map<number, number[]>();
  for (let row = 0; row < modules.length; row++) {
    const node = symbols.nodeOf(modules[row] ?? 0);
    const known = rows.get(node);
    if (known) known.push(row);
    else rows.set(node, [row]);
  }
  return rows;
}

/** All symbols that some modules give to others, also through `export * as`, near and far. */
export function symbolsGivenBy(
  symbols: SymbolsReader,
  rows: ReadonlyMap<number, readonly number[]>,
  nodes: Iterable<number>,
): Set<number> {
  const given = new Set<number>();
  // A set that is gone through hears of what is added meanwhile.
  const open = new Set(nodes);
  for (const node of open) {
    for (const row of rows.get(node) ?? []) {
      const symbol = symbols.exports.symbols[row] ?? 0;
      given.add(symbol);
      if (symbol < symbols.projectEnd && symbols.kindOf(symbol) === 'module') open.add(symbols.nodeOf(symbol));
    }
  }
  return given;
}
