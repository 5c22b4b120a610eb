/** Rows of a graph with a class mask an edge. */
export interface ClassRows {
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  readonly classes: Uint8Array;
}

const UNSEEN = 0;

/**
 * Strongly connected components over the edges that share a bit with `mask`: the component of each node, numbered so that a component's targets
 * have lower numbers. R. Tarjan, SIAM Journal on Computing 1(2), 1972, without recursion. The kernel of that name reads only vectors of the image;
 * this one is for the small graphs that are cut out of it, whose masks no image has.
 */
export function stronglyConnected({ offsets, targets, classes }: ClassRows, mask: number): Uint32Array {
  const nodeCount = offsets.length - 1;
  const componentOf = new Uint32Array(nodeCount);
  const index = new Uint32Array(nodeCount);
  const low = new Uint32Array(nodeCount);
  const cursor = new Uint32Array(nodeCount);
  const isOpen = new Uint8Array(nodeCount);
  const path = new Uint32Array(nodeCount);
  const open = new Uint32Array(nodeCount);
  let depth = 0;
  let openCount = 0;
  let next = 1;
  let count = 0;
  const enter = (node: number): void => {
    path[depth++] = node;
    open[openCount++] = node;
    isOpen[node] = 1;
    index[node] = next;
    low[node] = next++;
    cursor[node] = offsets[node] ?? 0;
  };
  for (let start = 0; start < nodeCount; start++) {
    if (index[start] === UNSEEN) enter(start);
    while (depth > 0) {
      const node = path[depth - 1] ?? 0;
      const below = descend(node);
      if (below >= 0) {
        enter(below);
        continue;
      }
      depth--;
      if (low[node] !== index[node]) continue;
      let member: number;
      do {
        member = open[--openCount] ?? 0;
        isOpen[member] = 0;
        componentOf[member] = count;
      } while (member !== node);
      count++;
    }
  }
  return componentOf;

  /** The next target of a node that nobody has seen, or -1. An edge that led down is looked at again, when its target has a number. */
  function descend(node: number): number {
    const end = offsets[node + 1] ?? 0;
    for (let edge = cursor[node] ?? 0; edge < end; edge++) {
      if (((classes[edge] ?? 0) & mask) === 0) continue;
      const target = targets[edge] ?? 0;
      if (index[target] === UNSEEN) {
        cursor[node] = edge;
        return target;
      }
      if (isOpen[target] === 1 && (low[target] ?? 0) < (low[node] ?? 0)) low[node] = low[target] ?? 0;
    }
    cursor[node] = end;
    return -1;
  }
}
