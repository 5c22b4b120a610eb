import type { GraphVectors } from './graph-vectors.ts';
import type { Texts } from './read-strings.ts';
import type { GraphReader } from './reader.ts';
import { elementAt, lowerBound } from './vectors.ts';

/** The declared ranges of external packages: a sparse column of the edges, because most edges stay inside the project. */
export function readRanges(
  { ranges, reverse, reverseEdges }: GraphVectors,
  texts: () => Texts,
): Pick<GraphReader, 'rangeOf' | 'rangesOf'> {
  const { edges, texts: numbers } = ranges;
  return {
    rangeOf(edge) {
      const place = lowerBound(edges, edge);
      return edges[place] === edge ? texts().get(elementAt(numbers, place)) : null;
    },
    rangesOf(node) {
      const found = new Set<number>();
      let place = 0;
      const end = elementAt(reverse.offsets, node + 1);
      for (let entry = elementAt(reverse.offsets, node); entry < end; entry++) {
        const edge = elementAt(reverseEdges, entry);
        // Importers come in the order of their edges, so the search goes on from where it was.
        place = lowerBound(edges, edge, place);
        if (edges[place] === edge) found.add(elementAt(numbers, place));
      }
      // Numbers of texts are in the order of the texts.
      return [...found].sort((a, b) => a - b).map((number) => texts().get(number));
    },
  };
}
