// PageRank of the first `nodeCount` nodes over edges among them whose kind mask shares a bit with `mask`: the share of its time that somebody spends at
// each who follows edges at random, and who begins anew at any node with probability 1 − damping, or where no edge leads on.
// S. Brin, L. Page, "The anatomy of a large-scale hypertextual web search engine", Computer Networks 30, 1998, with power iteration.
//
//      forward   offsets │ targets │ masks      whose row lengths say how many edges lead on from a node
//      reverse   offsets │ targets │ masks      by which every node adds up what it is given: no two nodes write one word
//      output    ranks nodeCount f64
//      scratch   shares nodeCount f64 │ degrees nodeCount u32       what a node gives to each of its targets; edges that count
//
// Edges to later nodes (what is no module) and to oneself do not count; parallel edges count each. Sums are taken in the order of the rows, so that the same
// graph gives the same bits everywhere. Stops when the ranks changed by less than `tolerance` in sum, or after `most` iterations.
//
// Complexity: O(nodes + edges) an iteration, 12 bytes of scratch a node. Returns the number of iterations, or a status.
import { isCancelled, POLL_MASK } from './cancellation';
import { STATUS_BUDGET_SPENT, STATUS_CANCELLED } from './status';

export function pageRank(
  offsets: usize,
  targets: usize,
  masks: usize,
  reverseOffsets: usize,
  reverseTargets: usize,
  reverseMasks: usize,
  nodeCount: u32,
  mask: u32,
  damping: f64,
  tolerance: f64,
  most: u32,
  output: usize,
  scratch: usize,
  budget: u32,
  control: usize,
): i32 {
  if (nodeCount == 0) return 0;
  const shares = scratch;
  const degrees = scratch + (<usize>nodeCount << 3);
  const edges = load<u32>(offsets + (<usize>nodeCount << 2));
  const each = <f64>1 / <f64>nodeCount;
  for (let node: u32 = 0; node < nodeCount; node++) {
    store<u32>(degrees + (<usize>node << 2), countEdges(offsets, targets, masks, node, nodeCount, mask));
    store<f64>(output + (<usize>node << 3), each);
  }

  let work: u64 = <u64>edges + <u64>nodeCount;
  for (let iteration: u32 = 1; iteration <= most; iteration++) {
    work += <u64>edges + <u64>nodeCount;
    if (work > <u64>budget) return STATUS_BUDGET_SPENT;
    let stranded: f64 = 0;
    for (let node: u32 = 0; node < nodeCount; node++) {
      const rank = load<f64>(output + (<usize>node << 3));
      const degree = load<u32>(degrees + (<usize>node << 2));
      if (degree == 0) stranded += rank;
      store<f64>(shares + (<usize>node << 3), degree == 0 ? 0 : rank / <f64>degree);
    }
    const base = (1 - damping + damping * stranded) * each;
    let change: f64 = 0;
    for (let node: u32 = 0; node < nodeCount; node++) {
      if ((node & POLL_MASK) == 0 && isCancelled(control)) return STATUS_CANCELLED;
      const row = reverseOffsets + (<usize>node << 2);
      let edge = <usize>load<u32>(row) << 2;
      const rowEnd = <usize>load<u32>(row, 4) << 2;
      let given: f64 = 0;
      for (; edge < rowEnd; edge += 4) {
        const source = load<u32>(reverseTargets + edge);
        if ((load<u32>(reverseMasks + edge) & mask) == 0 || source >= nodeCount || source == node) continue;
        given += load<f64>(shares + (<usize>source << 3));
      }
      const rank = output + (<usize>node << 3);
      const next = base + damping * given;
      change += abs(next - load<f64>(rank));
      store<f64>(rank, next);
    }
    if (change < tolerance) return <i32>iteration;
  }
  return <i32>most;
}

function countEdges(offsets: usize, targets: usize, masks: usize, node: u32, nodeCount: u32, mask: u32): u32 {
  const row = offsets + (<usize>node << 2);
  let edge = <usize>load<u32>(row) << 2;
  const rowEnd = <usize>load<u32>(row, 4) << 2;
  let count: u32 = 0;
  for (; edge < rowEnd; edge += 4) {
    const target = load<u32>(targets + edge);
    count += <u32>((load<u32>(masks + edge) & mask) != 0) & <u32>(target < nodeCount) & <u32>(target != node);
  }
  return count;
}
