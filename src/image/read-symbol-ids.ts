import { SYMBOL_KINDS } from '../base/symbol-kinds.ts';
import type { Texts } from './read-strings.ts';
import type { GraphReader, SymbolsReader } from './reader.ts';
import type { SymbolVectors } from './symbol-vectors.ts';
import { elementAt, NONE } from './vectors.ts';

const MODULE = SYMBOL_KINDS.indexOf('module');

/** Ids, put together when they are asked for: from the nearest one that is known, by way of the names in between. */
export function readSymbolIds(
  { ids, names, kinds, nodes, parents }: SymbolVectors,
  texts: Texts,
  graph: () => GraphReader,
): Pick<SymbolsReader, 'idOf'> {
  const idOf = (symbol: number): string => {
    const parts: string[] = [];
    for (let at = symbol; ; ) {
      const own = elementAt(ids, at);
      const parent = elementAt(parents, at);
      if (own !== NONE) parts.push(texts.get(own));
      else if (kinds[at] === MODULE) parts.push(graph().idOf(elementAt(nodes, at)));
      else {
        const isTop = parent === NONE || kinds[parent] === MODULE;
        parts.push(`${isTop ? '#' : '.'}${texts.get(elementAt(names, at))}`);
        if (parent !== NONE) {
          at = parent;
          continue;
        }
        parts.push(graph().idOf(elementAt(nodes, at)));
      }
      return parts.reverse().join('');
    }
  };
  return { idOf };
}
