import type { SymbolsReader } from '../../image/reader.ts';

/** A place in one file as a number: columns of all that is no data fit into 31 bits. */
export const placeNumber = (line: number, column: number): number => line * 2 ** 31 + column;

/** Where names begin that a symbol uses. @param isWanted which of the used symbols count */
export function placesUsed(
  symbols: SymbolsReader,
  from: number,
  isWanted: (to: number) => boolean = () => true,
): ReadonlySet<number> {
  const { offsets, targets } = symbols.forward;
  const places = new Set<number>();
  for (let edge = offsets[from] ?? 0; edge < (offsets[from + 1] ?? 0); edge++) {
    if (!isWanted(targets[edge] ?? 0)) continue;
    symbols.visitSites(edge, (_kind, line, column) => places.add(placeNumber(line, column)));
  }
  return places;
}

/** The first line of a use of those kinds with nothing used right behind it (`all` of `Object.keys(all)`, not of `all.price`); null when there is none. */
export function lineOfWhole(
  symbols: SymbolsReader,
  edge: number,
  kinds: ReadonlySet<number>,
  isMemberAt: (place: number) => boolean,
): number | null {
  let found: number | null = null;
  symbols.visitSites(edge, (kind, line, column, length) => {
    if (found === null && kinds.has(kind) && !isMemberAt(placeNumber(line, column + length + 1))) found = line;
  });
  return found;
}
