import type { Scope } from './scope.ts';

/** By symbol: whether an entry gives it to others, itself or through any number of modules that pass it on. */
export function publicSymbols({ image: { symbols }, entries }: Scope): Uint8Array {
  const { modules, symbols: targets } = symbols.exports;
  const isPublic = new Uint8Array(symbols.count);
  for (let row = 0; row < modules.length; row++) {
    if (entries.has(symbols.nodeOf(modules[row] ?? 0))) isPublic[targets[row] ?? 0] = 1;
  }
  return isPublic;
}
