// Strongly connected components over edges whose kind mask shares a bit with `mask`.
//
// PEA_FIND_SCC3, the iterative form: D. J. Pearce, "A space-efficient algorithm for finding strongly connected
// components", Information Processing Letters 116(1), 2016; after R. Tarjan, SIAM Journal on Computing 1(2), 1972.
//
//      graph     offsets (nodeCount + 1) u32 │ targets u32 … │ masks u32 …      edges of n: offsets[n] … offsets[n + 1]
//      output    component nodeCount u32
//      scratch   stack nodeCount u32 │ cursor nodeCount u32 │ isRoot nodeCount u8    each padded to a multiple of 16
//
//      stack     | path: from a start to the node at work → … free … ← backlog: finished, component still open |
//                A node is in at most one of the two, so they share one array and grow towards each other.
//      cursor    next edge of the node at that place of the path
//      isRoot    1 while nothing that the node at that place of the path reaches began before it
//
// One word a node serves three purposes while the search runs (Pearce's `rindex`), and it is the output:
//      0                        not visited
//      1 … live                 visited, component open: the least visiting number known to be reachable
//      nodeCount … down         component closed: nodeCount for the first one, then one less each
// The next visiting number goes back by one as a component closes. So visiting numbers in use and components closed
// together never exceed the nodes visited, the two ranges do not meet, and an edge needs one comparison to tell what
// its target means. (Pearce goes back by the component's size, which his narrower numbering needs.)
//
// Components close in reverse topological order, and that is how they are numbered: a component's targets have lower
// numbers than itself. Parallel edges and self-loops change nothing.
//
// Complexity: O(nodes + edges) time, 9 bytes of scratch a node, whatever the depth: no recursion.
// Returns the number of components, or a status.
import { isCancelled, POLL_MASK } from './cancellation';
import { STATUS_BUDGET_SPENT, STATUS_CANCELLED } from './status';

export function stronglyConnected(
  offsets: usize,
  targets: usize,
  masks: usize,
  nodeCount: u32,
  mask: u32,
  output: usize,
  scratch: usize,
  budget: u32,
  control: usize,
): i32 {
  const words = ((<usize>nodeCount << 2) + 15) & ~15;
  const stack = scratch;
  const cursor = stack + words;
  const isRoot = cursor + words;
  memory.fill(output, 0, <usize>nodeCount << 2);

  let visited: u32 = 0;
  let work: u32 = 0;
  let nextIndex: u32 = 1;
  let nextComponent: u32 = nodeCount;
  let backlog = stack + (<usize>nodeCount << 2); // its top; it grows downwards

  for (let start: u32 = 0; start < nodeCount; start++) {
    if (load<u32>(output + (<usize>start << 2)) != 0) continue;
    let depth: usize = 0;
    let node = start;
    let entering = true;

    while (true) {
      const word = output + (<usize>node << 2);
      const row = offsets + (<usize>node << 2);
      const rowEnd = <usize>load<u32>(row, 4) << 2;
      let edge: usize;
      let least: u32;
      let root: u8;
      if (entering) {
        if ((visited++ & POLL_MASK) == 0 && isCancelled(control)) return STATUS_CANCELLED;
        edge = <usize>load<u32>(row) << 2;
        work += <u32>((rowEnd - edge) >>> 2) + 1;
        if (work > budget) return STATUS_BUDGET_SPENT;
        least = nextIndex++;
        root = 1;
        store<u32>(word, least);
        store<u32>(stack + (depth << 2), node);
      } else {
        // The edge that led down is looked at again: now its target has a number to compare.
        edge = <usize>load<u32>(cursor + (depth << 2)) << 2;
        least = load<u32>(word);
        root = load<u8>(isRoot + depth);
      }

      entering = false;
      for (; edge < rowEnd; edge += 4) {
        if ((load<u32>(masks + edge) & mask) == 0) continue;
        const target = load<u32>(targets + edge);
        const found = load<u32>(output + (<usize>target << 2));
        if (found == 0) {
          store<u32>(cursor + (depth << 2), <u32>(edge >>> 2));
          store<u32>(word, least);
          store<u8>(isRoot + depth, root);
          depth++;
          node = target;
          entering = true;
          break;
        }
        if (found < least) {
          least = found;
          root = 0;
        }
      }
      if (entering) continue;

      if (root != 0) {
        // All that the backlog has gathered since this node began belongs to its component.
        nextIndex--;
        const bottom = stack + (<usize>nodeCount << 2);
        while (backlog != bottom) {
          const member = output + (<usize>load<u32>(backlog) << 2);
          if (load<u32>(member) < least) break;
          store<u32>(member, nextComponent);
          backlog += 4;
        }
        store<u32>(word, nextComponent);
        nextComponent--;
      } else {
        store<u32>(word, least);
        backlog -= 4;
        store<u32>(backlog, node);
      }
      if (depth == 0) break;
      depth--;
      node = load<u32>(stack + (depth << 2));
    }
  }

  for (let node: u32 = 0; node < nodeCount; node++) {
    const word = output + (<usize>node << 2);
    store<u32>(word, nodeCount - load<u32>(word));
  }
  return <i32>(nodeCount - nextComponent);
}
