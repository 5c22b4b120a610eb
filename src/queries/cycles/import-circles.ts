import type { GraphReader } from '../../image/reader.ts';
import type { GraphKernels } from '../../wasm/graph-kernels.ts';
import { COUNTED_KINDS, classesOfEdge } from './import-classes.ts';
import type { ImportGraph } from './import-graph.ts';

/**
 * The modules that import each other in circles of any kind, and the imports among those of one circle. Whatever is asked of cycles can be
 * asked of this, which is mostly small. O(nodes + edges of the project), most of it in the kernel.
 */
export function importCircles(graph: GraphReader, kernels: GraphKernels): ImportGraph {
  const { offsets, targets, masks } = graph.forward;
  const { count, componentOf } = kernels.stronglyConnected(graph.forward, COUNTED_KINDS);
  const sizes = new Uint32Array(count);
  for (const component of componentOf) sizes[component] = (sizes[component] ?? 0) + 1;

  const isWithin = (node: number, edge: number): boolean =>
    ((masks[edge] ?? 0) & COUNTED_KINDS) !== 0 && componentOf[targets[edge] ?? 0] === componentOf[node];
  const nodes: number[] = [];
  const numberOf = new Map<number, number>();
  for (let node = 0; node < graph.nodeCount; node++) {
    if ((sizes[componentOf[node] ?? 0] ?? 0) < 2 && !hasSelfEdge(graph, node)) continue;
    numberOf.set(node, nodes.length);
    nodes.push(node);
  }

  const rows = [0];
  const heads: number[] = [];
  const classes: number[] = [];
  const imports: number[] = [];
  let ignored = 0;
  for (const node of nodes) {
    for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge++) {
      const head = isWithin(node, edge) ? numberOf.get(targets[edge] ?? 0) : undefined;
      if (head === undefined) continue;
      const { bits, isIgnored } = classesOfEdge(graph, edge);
      if (isIgnored) ignored++;
      if (bits === 0) continue;
      heads.push(head);
      classes.push(bits);
      imports.push(edge);
    }
    rows.push(heads.length);
  }
  return {
    level: 'module',
    nodes: Uint32Array.from(nodes),
    ids: (node) => graph.idOf(nodes[node] ?? 0),
    offsets: Uint32Array.from(rows),
    targets: Uint32Array.from(heads),
    classes: Uint8Array.from(classes),
    importOffsets: Uint32Array.from({ length: imports.length + 1 }, (_, edge) => edge),
    imports: Uint32Array.from(imports),
    ignored,
  };
}

function hasSelfEdge({ forward: { offsets, targets, masks } }: GraphReader, node: number): boolean {
  for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge++) {
    if (targets[edge] === node && ((masks[edge] ?? 0) & COUNTED_KINDS) !== 0) return true;
  }
  return false;
}
