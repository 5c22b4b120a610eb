import type { CsrVectors } from '../../src/base/csr.ts';
import type { Components } from '../../src/wasm/graph-kernels.ts';

const OPEN = 0xffffffff;

/** Tarjan's algorithm (1972) without recursion, over typed arrays that are made once: the rival of the kernel's. */
export function createStronglyConnectedTwin(nodeCount: number): (graph: CsrVectors, mask: number) => Components {
  const index = new Uint32Array(nodeCount); // 0 is not visited
  const low = new Uint32Array(nodeCount);
  const cursor = new Uint32Array(nodeCount);
  const path = new Uint32Array(nodeCount);
  const stack = new Uint32Array(nodeCount);
  const componentOf = new Uint32Array(nodeCount);

  return ({ offsets, targets, masks }, mask) => {
    index.fill(0);
    componentOf.fill(OPEN);
    let next = 1;
    let count = 0;
    let stacked = 0;
    for (let start = 0; start < nodeCount; start++) {
      if (index[start] !== 0) continue;
      let depth = 0;
      const enter = (node: number): void => {
        path[depth++] = node;
        stack[stacked++] = node;
        index[node] = next;
        low[node] = next++;
        cursor[node] = offsets[node] as number;
      };
      enter(start);
      walk: while (depth > 0) {
        const node = path[depth - 1] as number;
        const rowEnd = offsets[node + 1] as number;
        for (let edge = cursor[node] as number; edge < rowEnd; edge++) {
          if (((masks[edge] as number) & mask) === 0) continue;
          const target = targets[edge] as number;
          if (index[target] === 0) {
            cursor[node] = edge; // looked at again on return, when its target has a number
            enter(target);
            continue walk;
          }
          if (componentOf[target] === OPEN && (low[target] as number) < (low[node] as number)) {
            low[node] = low[target] as number;
          }
        }
        depth--;
        if (low[node] !== index[node]) continue;
        let member: number;
        do {
          member = stack[--stacked] as number;
          componentOf[member] = count;
        } while (member !== node);
        count++;
      }
    }
    return { count, componentOf: componentOf.slice() };
  };
}
