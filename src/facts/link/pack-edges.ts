import type { FileFacts, GraphRecords } from '../records.ts';
import { LASTING_SITE_FLAGS, SITE } from '../records.ts';
import type { Links } from './link-sites.ts';

type PackedEdges = Pick<GraphRecords, 'offsets' | 'targets' | 'masks' | 'siteOffsets' | 'sites'>;

/**
 * Packs links into compressed sparse rows without parallel edges: links of one module to one target become one
 * edge, whose mask is the union of their kinds and whose sites keep source order.
 *
 *   offsets      one a node and one more: first edge of its row (only modules have edges)
 *   siteOffsets  one an edge and one more: first site
 *
 * @param nodeCount modules come first among the nodes, in the order of `modules`
 * @param numberOf node of each target of the links
 */
export function packEdges(
  modules: readonly FileFacts[],
  nodeCount: number,
  links: Links,
  numberOf: Uint32Array,
): PackedEdges {
  const linkCount = links.modules.length;
  const offsets = new Uint32Array(nodeCount + 1);
  const targets = new Uint32Array(linkCount);
  const masks = new Uint32Array(linkCount);
  const siteOffsets = new Uint32Array(linkCount + 1);
  const sites = new Uint32Array(linkCount * SITE.WORDS);
  let edge = 0;
  let site = 0;
  let link = 0;
  modules.forEach(({ sites: own }, module) => {
    offsets[module] = edge;
    const first = link;
    while (link < linkCount && links.modules[link] === module) link++;
    let previous = -1;
    for (const at of linksByTarget(links, numberOf, first, link)) {
      const target = numberOf[links.targetNumbers[at] ?? 0] ?? 0;
      if (target !== previous) {
        targets[edge] = target;
        siteOffsets[edge] = site;
        edge++;
        previous = target;
      }
      const from = links.sites[at] ?? 0;
      const word = site * SITE.WORDS;
      // Word by word: a view of seven words costs more than they do.
      for (let offset = 0; offset < SITE.WORDS; offset++) sites[word + offset] = own[from + offset] ?? 0;
      sites[word + SITE.SPECIFIER] = links.specifierNumbers[at] ?? 0;
      const kind = links.kinds[at] ?? 0;
      sites[word + SITE.KIND] = kind;
      sites[word + SITE.FLAGS] = (own[from + SITE.FLAGS] ?? 0) & LASTING_SITE_FLAGS;
      masks[edge - 1] = (masks[edge - 1] ?? 0) | (1 << kind);
      site++;
    }
  });
  offsets.fill(edge, modules.length);
  siteOffsets[edge] = site;
  return {
    offsets,
    targets: targets.slice(0, edge),
    masks: masks.slice(0, edge),
    siteOffsets: siteOffsets.slice(0, edge + 1),
    sites,
  };
}

/**
 * Links of one module in the order of their targets, and in source order where those are the same. Both go into one
 * number, so that a typed array can sort them without calls back into JavaScript.
 */
function linksByTarget(links: Links, numberOf: Uint32Array, first: number, end: number): Float64Array {
  const count = end - first;
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) keys[i] = (numberOf[links.targetNumbers[first + i] ?? 0] ?? 0) * count + i;
  keys.sort();
  for (let i = 0; i < count; i++) keys[i] = first + ((keys[i] ?? 0) % count);
  return keys;
}
