// Which names of a tape (tape.ts) are the same text: for every node the first node that says what it says. Looking names up by
// their bytes is what JavaScript is slowest at, and there is one every 30 bytes of source.
//
// `roles` has one byte a kind, as for select.ts: nodes of a kind with TAKE are names, and what they say is their first child. `text`
// is what the tape was made of. `output` has room for `count` words, `slots` for `slotCount`, a power of two that is not below
// `count`: a hash table with linear probing, at most half of it used because every name has a child. Any other node is its own first.
//
// Complexity: one pass, O(count + bytes of the names).

import { hashName } from './hash-name';
import { TAKE } from './layout';
import { saysSame } from './says-same';

const RECORD: usize = 24;
const STRING: u32 = 1;

export function firstNamed(
  records: usize,
  count: u32,
  roles: usize,
  text: usize,
  output: usize,
  slots: usize,
  slotCount: u32,
): void {
  const mask = slotCount - 1;
  memory.fill(slots, 0, <usize>slotCount << 2);
  for (let node: u32 = 0; node < count; node++) {
    const record = records + <usize>node * RECORD;
    let first = node;
    if (
      <u32>load<u8>(roles + <usize>load<u16>(record)) == TAKE &&
      node + 1 < load<u32>(record, 16) &&
      <u32>load<u16>(record + RECORD) == STRING
    ) {
      const start = text + <usize>load<u32>(record + RECORD, 4);
      const end = text + <usize>load<u32>(record + RECORD, 8);
      let slot = <u32>(hashName(start, end) >> 32) & mask;
      while (true) {
        const entry = slots + (<usize>slot << 2);
        const known = load<u32>(entry);
        if (known == 0) {
          store<u32>(entry, node + 1);
          break;
        }
        if (saysSame(records + <usize>known * RECORD, text, start, end)) {
          first = known - 1;
          break;
        }
        slot = (slot + 1) & mask;
      }
    }
    store<u32>(output + (<usize>node << 2), first);
  }
}
