import type { GraphReader } from '../../image/reader.ts';
import type { GraphKernels } from '../../wasm/graph-kernels.ts';
import { COUNTED_KINDS, createClassReader, IGNORED_BIT } from './import-classes.ts';
import type { ImportGraph } from './import-graph.ts';

/**
 * The modules that import each other in circles of any kind, and the imports among those of one circle. Whatever is asked of cycles can be
 * asked of this, which is mostly small. O(nodes + edges of the project), most of it in the kernel.
 */
export function importCircles(graph: GraphReader, kernels: GraphKernels): ImportGraph {
  const { offsets, targets, masks } = graph.forward;
  const { count: componentCount, componentOf } = kernels.stronglyConnected(graph.forward, COUNTED_KINDS);
  const sizes = new Uint32Array(componentCount);
  for (const component of componentOf) sizes[component] = (sizes[component] ?? 0) + 1;

  /** The position of each node, counted from 1; 0 for those in no circle. */
  const positions = new Uint32Array(graph.nodeCount);
  const nodes: number[] = [];
  let mostEdges = 0;
  for (let node = 0; node < graph.nodeCount; node++) {
    if ((sizes[componentOf[node] ?? 0] ?? 0) < 2 && !hasSelfEdge(graph, node)) continue;
    positions[node] = nodes.push(node);
    mostEdges += (offsets[node + 1] ?? 0) - (offsets[node] ?? 0);
  }

  const rows = new Uint32Array(nodes.length + 1);
  const heads = new Uint32Array(mostEdges);
  const classes = new Uint8Array(mostEdges);
  const imports = new Uint32Array(mostEdges);
  const classesOf = createClassReader(graph);
  let count = 0;
  let ignored = 0;
  nodes.forEach((node, row) => {
    const component = componentOf[node];
    for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge++) {
      const target = targets[edge] ?? 0;
      if (componentOf[target] !== component || ((masks[edge] ?? 0) & COUNTED_KINDS) === 0) continue;
      const found = classesOf(edge);
      const bits = found & ~IGNORED_BIT;
      if (bits !== found) ignored++;
      if (bits === 0) continue;
      heads[count] = (positions[target] ?? 0) - 1;
      classes[count] = bits;
      imports[count++] = edge;
    }
    rows[row + 1] = count;
  });
  return {
    level: 'module',
    nodes: Uint32Array.from(nodes),
    ids: (node) => graph.idOf(nodes[node] ?? 0),
    offsets: rows,
    targets: heads.subarray(0, count),
    classes: classes.subarray(0, count),
    importOffsets: new Uint32Array(count + 1).map((_, edge) => edge),
    imports: imports.subarray(0, count),
    ignored,
  };
}

function hasSelfEdge({ forward: { offsets, targets, masks } }: GraphReader, node: number): boolean {
  for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge++) {
    if (targets[edge] === node && ((masks[edge] ?? 0) & COUNTED_KINDS) !== 0) return true;
  }
  return false;
}
