import type { SymbolsReader } from '../../image/reader.ts';

/** The modules (symbols) that export a top-level symbol or something in it, under any name. Rows over the exports, made once: O(exports). */
export function exportingModules(
  { exports, count }: SymbolsReader,
  tops: Uint32Array,
): (symbol: number) => Uint32Array {
  const { modules, symbols } = exports;
  const offsets = new Uint32Array(count + 1);
  const top = (at: number): number => tops[symbols[at] ?? 0] ?? symbols[at] ?? 0;
  for (let at = 0; at < symbols.length; at++) offsets[top(at) + 1] = (offsets[top(at) + 1] ?? 0) + 1;
  for (let symbol = 0; symbol < count; symbol++)
    offsets[symbol + 1] = (offsets[symbol + 1] ?? 0) + (offsets[symbol] ?? 0);
  const next = offsets.slice();
  const rows = new Uint32Array(symbols.length);
  for (let at = 0; at < symbols.length; at++) {
    const place = next[top(at)] ?? 0;
    rows[place] = modules[at] ?? 0;
    next[top(at)] = place + 1;
  }
  return (symbol) => rows.subarray(offsets[symbol] ?? 0, offsets[symbol + 1] ?? 0);
}
