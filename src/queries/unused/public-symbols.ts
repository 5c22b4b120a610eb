import { type ExportRows, symbolsGivenBy } from './export-rows.ts';
import type { Scope } from './scope.ts';

/** By symbol: whether an entry gives it to others, itself or through any number of modules that pass it on. */
export function publicSymbols({ image: { symbols }, entries }: Scope, rows: ExportRows): Uint8Array {
  const isPublic = new Uint8Array(symbols.count);
  for (const symbol of symbolsGivenBy(symbols, rows, entries.keys())) isPublic[symbol] = 1;
  return isPublic;
}
