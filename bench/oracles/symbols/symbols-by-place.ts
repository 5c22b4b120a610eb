import type { ImageReader } from '../../../src/image/reader.ts';

/** Finds the id of the symbol whose name is declared at a place, `path:line:column`; null where we have none. */
export function symbolsByPlace({ symbols }: ImageReader): (place: string) => string | null {
  const numbers = new Map<string, number>();
  for (let symbol = 0; symbol < symbols.count; symbol++) {
    for (const { name } of symbols.declarationsOf(symbol)) {
      const place = `${name.path}:${name.line}:${name.column}`;
      // A constructor's parameter that is a property stands at one place and is both.
      if (!numbers.has(place)) numbers.set(place, symbol);
    }
  }
  return (place) => {
    const symbol = numbers.get(place);
    return symbol === undefined ? null : symbols.idOf(symbol);
  };
}
