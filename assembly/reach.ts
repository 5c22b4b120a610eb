// Breadth-first reach: every node within `depth` edges of any start, over edges whose kind mask shares a bit with
// `mask`. E. F. Moore, "The shortest path through a maze", 1959.
//
// Order: by depth, and by node number within a depth. It is a property of the graph, not of the order of its rows,
// so that two images of the same graph give the same answer.
//
//      graph     offsets (nodeCount + 1) u32 │ targets u32 … │ masks u32 …      edges of n: offsets[n] … offsets[n + 1]
//      from      fromCount u32, in any order, repeats allowed
//      output    nodes outputCapacity u32 │ depths outputCapacity u32           outputCapacity > nodeCount
//      scratch   seen, one byte a node, padded to a multiple of 16              16-byte aligned
//
// The queue is the output itself. `seen` is cleared here, at the start, whatever an earlier run left; 100,000 bytes
// take a few microseconds, less than the bookkeeping that would save it.
//
// Complexity: O(nodes + edges) reached, plus putting each level in order: a sweep over `seen` when the level is large
// (over 1/64 of the nodes, so at most 4 vectors a node), else a heapsort, O(k log k).
// Returns the number of nodes reached, or a status.
import { isCancelled, POLL_MASK } from './cancellation';
import { sortAscending } from './sort-ascending';
import { STATUS_BUDGET_SPENT, STATUS_CANCELLED, STATUS_OUTPUT_TOO_SMALL, STATUS_UNKNOWN_NODE } from './status';

/** Seen at this level, whose order is still that of discovery. */
const FRESH: u8 = 1;
/** Seen, and in its place in the output. */
const PLACED: u8 = 2;

export function reach(
  offsets: usize,
  targets: usize,
  masks: usize,
  nodeCount: u32,
  from: usize,
  fromCount: u32,
  depth: u32,
  mask: u32,
  output: usize,
  outputCapacity: u32,
  scratch: usize,
  budget: u32,
  control: usize,
): i32 {
  if (outputCapacity <= nodeCount) return STATUS_OUTPUT_TOO_SMALL;
  const depths = output + (<usize>outputCapacity << 2);
  const seen = scratch;
  memory.fill(seen, 0, (<usize>nodeCount + 15) & ~15);

  let tail: u32 = 0;
  for (let i: u32 = 0; i < fromCount; i++) {
    const node = load<u32>(from + (<usize>i << 2));
    if (node >= nodeCount) return STATUS_UNKNOWN_NODE;
    if (load<u8>(seen + node) != 0) continue;
    store<u8>(seen + node, FRESH);
    store<u32>(output + (<usize>tail << 2), node);
    tail++;
  }

  let head: u32 = 0;
  let work: u32 = 0;
  let level: u32 = 0;
  while (head < tail) {
    place(output, depths, seen, head, tail, level, nodeCount);
    if (level == depth) break;
    for (const end = tail; head < end; head++) {
      if ((head & POLL_MASK) == 0 && isCancelled(control)) return STATUS_CANCELLED;
      const row = offsets + (<usize>load<u32>(output + (<usize>head << 2)) << 2);
      let edge = <usize>load<u32>(row) << 2;
      const rowEnd = <usize>load<u32>(row, 4) << 2;
      work += <u32>((rowEnd - edge) >>> 2) + 1;
      if (work > budget) return STATUS_BUDGET_SPENT;
      // Without branches, as nobody can predict whether a target was seen: every target is written behind the
      // last node, and counts only when it is new. Hence the one place more than there are nodes.
      for (; edge < rowEnd; edge += 4) {
        const target = load<u32>(targets + edge);
        const before = <u32>load<u8>(seen + target);
        const isNew = <u32>(before == 0) & <u32>((load<u32>(masks + edge) & mask) != 0);
        store<u32>(output + (<usize>tail << 2), target);
        store<u8>(seen + target, before | isNew);
        tail += isNew;
      }
    }
    level++;
  }
  return <i32>tail;
}

/** Puts the nodes output[head … tail], all of one level and FRESH, in ascending order and writes their depth. */
function place(output: usize, depths: usize, seen: usize, head: u32, tail: u32, level: u32, nodeCount: u32): void {
  if (tail - head > nodeCount >>> 6) sweep(output + (<usize>head << 2), seen, nodeCount);
  else sortAscending(output + (<usize>head << 2), tail - head);
  for (let i = head; i < tail; i++) {
    store<u8>(seen + load<u32>(output + (<usize>i << 2)), PLACED);
    store<u32>(depths + (<usize>i << 2), level);
  }
}

/** Writes the FRESH nodes in ascending order, reading 16 of `seen` at a time. */
function sweep(output: usize, seen: usize, nodeCount: u32): void {
  for (let base: u32 = 0; base < nodeCount; base += 16) {
    let found = i8x16.bitmask(i8x16.eq(v128.load(seen + base), i8x16.splat(FRESH)));
    while (found != 0) {
      store<u32>(output, base + ctz(found));
      output += 4;
      found &= found - 1;
    }
  }
}
