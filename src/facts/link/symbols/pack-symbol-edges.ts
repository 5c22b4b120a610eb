import { SYMBOL_SITE, type SymbolFacts, type SymbolRecords, USE } from '../../symbol-records.ts';
import { type EdgeList, NO_USE } from './edge-list.ts';

type PackedSymbolEdges = Pick<SymbolRecords, 'offsets' | 'targets' | 'masks' | 'siteOffsets' | 'sites'>;

/**
 * Packs uses into compressed sparse rows without parallel edges: all uses of one symbol by another become one edge, whose mask is the union of their kinds and whose
 * places keep source order.
 * @param edges of one symbol in source order
 * @param count symbols, those of other packages included
 * @param factsOf the facts of the file that a symbol is of
 */
export function packSymbolEdges(
  edges: Pick<EdgeList, 'length' | 'from' | 'to' | 'kinds' | 'uses'>,
  count: number,
  factsOf: (symbol: number) => SymbolFacts | undefined,
): PackedSymbolEdges {
  const order = sortedBy(edges.from, count, sortedBy(edges.to, count, countTo(edges.length)));
  const offsets = new Uint32Array(count + 1);
  const targets = new Uint32Array(edges.length);
  const masks = new Uint32Array(edges.length);
  const siteOffsets = new Uint32Array(edges.length + 1);
  const sites = new Uint32Array(edges.length * SYMBOL_SITE.WORDS);
  let edge = -1;
  let site = 0;
  let at = 0;
  for (let symbol = 0; symbol < count; symbol++) {
    offsets[symbol] = edge + 1;
    const uses = at < order.length && edges.from[order[at] ?? 0] === symbol ? factsOf(symbol)?.uses : undefined;
    for (let previous = -1; at < order.length && edges.from[order[at] ?? 0] === symbol; at++) {
      const entry = order[at] ?? 0;
      const target = edges.to[entry] ?? 0;
      if (target !== previous) {
        edge++;
        targets[edge] = target;
        siteOffsets[edge] = site;
        previous = target;
      }
      const kind = edges.kinds[entry] ?? 0;
      masks[edge] = (masks[edge] ?? 0) | (1 << kind);
      const use = edges.uses[entry] ?? NO_USE;
      if (use === NO_USE || !uses) continue;
      const from = use * USE.WORDS;
      const word = site * SYMBOL_SITE.WORDS;
      sites[word + SYMBOL_SITE.KIND] = kind;
      sites[word + SYMBOL_SITE.LINE] = uses[from + USE.LINE] ?? 0;
      sites[word + SYMBOL_SITE.COLUMN] = uses[from + USE.COLUMN] ?? 0;
      sites[word + SYMBOL_SITE.LENGTH] = uses[from + USE.LENGTH] ?? 0;
      site++;
    }
  }
  const edgeCount = edge + 1;
  offsets[count] = edgeCount;
  siteOffsets[edgeCount] = site;
  return {
    offsets,
    targets: targets.slice(0, edgeCount),
    masks: masks.slice(0, edgeCount),
    siteOffsets: siteOffsets.slice(0, edgeCount + 1),
    sites: sites.slice(0, site * SYMBOL_SITE.WORDS),
  };
}

function countTo(length: number): Uint32Array {
  const numbers = new Uint32Array(length);
  for (let at = 0; at < length; at++) numbers[at] = at;
  return numbers;
}

/** The entries in the order of their keys; equal ones stay in the order that they have. Not `of`: it makes an object a step, and there are a million. */
function sortedBy(keys: Uint32Array, limit: number, entries: Uint32Array): Uint32Array {
  const starts = new Uint32Array(limit + 1);
  for (let at = 0; at < entries.length; at++) {
    const key = (keys[entries[at] ?? 0] ?? 0) + 1;
    starts[key] = (starts[key] ?? 0) + 1;
  }
  for (let key = 1; key <= limit; key++) starts[key] = (starts[key] ?? 0) + (starts[key - 1] ?? 0);
  const sorted = new Uint32Array(entries.length);
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at] ?? 0;
    const key = keys[entry] ?? 0;
    const place = starts[key] ?? 0;
    sorted[place] = entry;
    starts[key] = place + 1;
  }
  return sorted;
}
