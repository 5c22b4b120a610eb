import type { Location } from '../base/location.ts';
import { USE_KINDS, type UseKind } from '../base/symbol-kinds.ts';
import type { GraphReader, SymbolsReader } from './reader.ts';
import { PLACE_WORDS, type SymbolVectors } from './symbol-vectors.ts';
import { elementAt, lowerBound } from './vectors.ts';

/** Places in the sources: of declarations, and of uses. */
export function readSymbolPlaces(
  { nodes, declarationOffsets, declarations, forward, siteOffsets, sites }: SymbolVectors,
  graph: () => GraphReader,
): Pick<SymbolsReader, 'declarationsOf' | 'declarationNumbersOf' | 'sourceOf' | 'sitesOf' | 'visitSites'> {
  const pathOf = (symbol: number): string => graph().idOf(elementAt(nodes, symbol));
  const sourceOf = (edge: number): number => {
    elementAt(forward.targets, edge);
    // The row that begins at or before the edge and is not empty: the last with such a beginning.
    return lowerBound(forward.offsets, edge + 1) - 1;
  };
  return {
    sourceOf,
    declarationsOf(symbol) {
      const start = elementAt(declarationOffsets, symbol);
      const count = elementAt(declarationOffsets, symbol + 1) - start;
      const path = count > 0 ? pathOf(symbol) : '';
      return Array.from({ length: count }, (_, position) => {
        const number = start + position;
        const [line = 0, column = 0, endLine = 0, endColumn = 0, nameLine = 0, nameColumn = 0, nameLength = 0] =
          declarations.subarray(number * PLACE_WORDS, (number + 1) * PLACE_WORDS);
        return {
          number,
          location: { path, line, column, endLine, endColumn },
          name: onOneLine(path, nameLine, nameColumn, nameLength),
        };
      });
    },
    declarationNumbersOf: (symbol) => [
      elementAt(declarationOffsets, symbol),
      elementAt(declarationOffsets, symbol + 1),
    ],
    visitSites(edge, visit) {
      const end = elementAt(siteOffsets, edge + 1);
      for (let site = elementAt(siteOffsets, edge); site < end; site++) {
        const [kind, line] = [elementAt(sites.kinds, site), elementAt(sites.lines, site)];
        visit(kind, line, elementAt(sites.columns, site), elementAt(sites.lengths, site));
      }
    },
    sitesOf(edge) {
      const path = pathOf(sourceOf(edge));
      const start = elementAt(siteOffsets, edge);
      const count = elementAt(siteOffsets, edge + 1) - start;
      return Array.from({ length: count }, (_, position) => {
        const site = start + position;
        const [line, column] = [elementAt(sites.lines, site), elementAt(sites.columns, site)];
        return {
          // The cast holds: kinds beyond the list are refused when the image is opened.
          kind: USE_KINDS[elementAt(sites.kinds, site)] as UseKind,
          location: onOneLine(path, line, column, elementAt(sites.lengths, site)),
        };
      });
    },
  };
}

const onOneLine = (path: string, line: number, column: number, length: number): Location => ({
  path,
  line,
  column,
  endLine: line,
  endColumn: column + length,
});
