// Where names of a tape (tape.ts) stand that say what some of its identifiers say: of all that a file names at its top level, a walk wants to see
// the few names that its imports bind.
//
// `roles` and `text` are as for select.ts; only TAKE, TAKE_IN_MODULE_SCOPE and LEAP_OVER count. A node of the role TAKE_IN_MODULE_SCOPE is taken only
// when it says what one of `wanted` says: `wantedCount` nodes, a word each. What a node says is its first child. `slots` has room for `slotCount` words, a
// power of two that is above `wantedCount`: a hash table with linear probing.
//
// `nodes` and `said` have room for `count` words each: the nodes taken, ascending, and for each the place among `wanted`, from 1, of the first that
// says what it says; 0 where that was not asked.
//
// Complexity: one pass, O(count + bytes of the names). Returns how many were taken.

import { hashName } from './hash-name';
import { LEAP_OVER, TAKE, TAKE_IN_MODULE_SCOPE } from './layout';
import { saysSame } from './says-same';

const RECORD: usize = 24;
const STRING: u32 = 1;
/** The scope that SWC gives to the top level of a module, plus 1, as the records have it. */
const MODULE_SCOPE: u32 = 3;

export function uses(
  records: usize,
  count: u32,
  roles: usize,
  text: usize,
  wanted: usize,
  wantedCount: u32,
  slots: usize,
  slotCount: u32,
  nodes: usize,
  said: usize,
): u32 {
  memory.fill(slots, 0, <usize>slotCount << 2);
  for (let place: u32 = 0; place < wantedCount; place++) {
    const node = load<u32>(wanted + (<usize>place << 2));
    if (!hasText(records, node)) continue;
    const slot = slotOf(records, text, node, wanted, slots, slotCount);
    if (load<u32>(slot) == 0) store<u32>(slot, place + 1);
  }
  let taken: usize = 0;
  let node: u32 = 0;
  while (node < count) {
    const record = records + <usize>node * RECORD;
    const role = <u32>load<u8>(roles + <usize>load<u16>(record));
    if (role == LEAP_OVER) {
      node = load<u32>(record, 16);
      continue;
    }
    let isTaken = role == TAKE;
    let place: u32 = 0;
    if (role == TAKE_IN_MODULE_SCOPE && load<u32>(record, 20) == MODULE_SCOPE && hasText(records, node)) {
      place = load<u32>(slotOf(records, text, node, wanted, slots, slotCount));
      isTaken = place != 0;
    }
    if (isTaken) {
      store<u32>(nodes + taken, node);
      store<u32>(said + taken, place);
      taken += 4;
    }
    node++;
  }
  return <u32>(taken >> 2);
}

@inline
function hasText(records: usize, node: u32): bool {
  const record = records + <usize>node * RECORD;
  return node + 1 < load<u32>(record, 16) && <u32>load<u16>(record + RECORD) == STRING;
}

/** The slot of what a node says: that of a wanted node which says the same, or an empty one. */
function slotOf(records: usize, text: usize, node: u32, wanted: usize, slots: usize, slotCount: u32): usize {
  const string = records + <usize>(node + 1) * RECORD;
  const start = text + <usize>load<u32>(string, 4);
  const end = text + <usize>load<u32>(string, 8);
  const mask = slotCount - 1;
  let at = <u32>(hashName(start, end) >> 32) & mask;
  while (true) {
    const slot = slots + (<usize>at << 2);
    const place = load<u32>(slot);
    if (place == 0) return slot;
    const known = load<u32>(wanted + (<usize>(place - 1) << 2));
    if (saysSame(records + <usize>(known + 1) * RECORD, text, start, end)) return slot;
    at = (at + 1) & mask;
  }
}
