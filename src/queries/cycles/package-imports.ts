import type { GraphReader } from '../../image/reader.ts';
import { packageIds } from '../graph/package-ids.ts';
import { COUNTED_KINDS, createClassReader, IGNORED_BIT } from './import-classes.ts';
import type { ImportGraph } from './import-graph.ts';

/** The packages of the project and what they import of each other; what stays within a package is no import here. O(edges of the project). */
export function packageImports(graph: GraphReader): ImportGraph {
  const { offsets, targets, masks } = graph.forward;
  const found = new Map<number, { readonly imports: number[]; bits: number }>();
  const numbers = new Set<number>();
  const classesOf = createClassReader(graph);
  let ignored = 0;
  for (let node = 0; node < graph.nodeCount; node++) {
    const from = ownPackage(graph, node);
    if (from === null) continue;
    for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge++) {
      if (((masks[edge] ?? 0) & COUNTED_KINDS) === 0) continue;
      const to = ownPackage(graph, targets[edge] ?? 0);
      if (to === null || to === from) continue;
      const classes = classesOf(edge);
      const bits = classes & ~IGNORED_BIT;
      if (bits !== classes) ignored++;
      if (bits === 0) continue;
      const key = from * graph.packageCount + to;
      const known = found.get(key);
      if (known) known.imports.push(edge);
      else found.set(key, { imports: [edge], bits: 0 });
      const pair = found.get(key);
      if (pair) pair.bits |= bits;
      numbers.add(from).add(to);
    }
  }
  const nodes = Uint32Array.from(numbers).sort();
  const positions = new Map(Array.from(nodes, (number, node) => [number, node] as const));
  const pairs = [...found].sort(([a], [b]) => a - b);
  const rows = new Uint32Array(nodes.length + 1);
  for (const [key] of pairs) {
    const row = (positions.get(Math.floor(key / graph.packageCount)) ?? 0) + 1;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  for (let node = 0; node < nodes.length; node++) rows[node + 1] = (rows[node + 1] ?? 0) + (rows[node] ?? 0);
  const importOffsets = [0];
  for (const [, { imports }] of pairs) importOffsets.push((importOffsets.at(-1) ?? 0) + imports.length);
  const ids = packageIds(graph);
  return {
    level: 'package',
    nodes,
    ids: (node) => ids[nodes[node] ?? 0] ?? '',
    offsets: rows,
    targets: Uint32Array.from(pairs, ([key]) => positions.get(key % graph.packageCount) ?? 0),
    classes: Uint8Array.from(pairs, ([, { bits }]) => bits),
    importOffsets: Uint32Array.from(importOffsets),
    imports: Uint32Array.from(pairs.flatMap(([, { imports }]) => imports)),
    ignored,
  };
}

/** The number of the package of the project that a file is in; null for what is in none. */
function ownPackage(graph: GraphReader, node: number): number | null {
  const number = graph.packageNumberOf(node);
  return number === null || graph.packageDirectory(number) === null ? null : number;
}
