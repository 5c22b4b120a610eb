// The numbers of those nodes of a tape (tape.ts) that a walk over it wants to see. Of most kinds nobody wants any: passing them
// by costs JavaScript more, file for file, than all that is done with the rest.
//
// `roles` has one byte a kind, of layout.ts, for every kind that the names table knows. `text` is what the tape was made of;
// `hashes` are those of the names that are wanted of nodes of the role TAKE_NAMED, u64. A name that shares the hash of one is
// taken too. `output` has room for `count` words.
//
// Complexity: one pass, O(count). Returns how many were taken; they ascend.

import { hashName } from './hash-name';
import { LEAP_OVER, TAKE, TAKE_DECLARED, TAKE_IN_MODULE_SCOPE, TAKE_NAMED } from './layout';

const RECORD: usize = 24;
const STRING: u32 = 1;
/** The scope that SWC gives to the top level of a module, plus 1, as the records have it. */
const MODULE_SCOPE: u32 = 3;

export function select(
  records: usize,
  count: u32,
  roles: usize,
  text: usize,
  hashes: usize,
  hashCount: u32,
  output: usize,
): u32 {
  let taken = output;
  let node: u32 = 0;
  while (node < count) {
    const record = records + <usize>node * RECORD;
    const role = <u32>load<u8>(roles + <usize>load<u16>(record));
    if (role == LEAP_OVER) {
      node = load<u32>(record, 16);
      continue;
    }
    if (
      role == TAKE ||
      (role == TAKE_IN_MODULE_SCOPE && load<u32>(record, 20) == MODULE_SCOPE) ||
      (role == TAKE_DECLARED && load<u32>(record, 20) >= MODULE_SCOPE) ||
      (role == TAKE_NAMED && node + 1 < load<u32>(record, 16) && isNamed(record + RECORD, text, hashes, hashCount))
    ) {
      store<u32>(taken, node);
      taken += 4;
    }
    node++;
  }
  return <u32>((taken - output) >> 2);
}

/** Whether the first child of a node, which is the text of a name, is one of those. */
@inline
function isNamed(child: usize, text: usize, hashes: usize, hashCount: u32): bool {
  if (<u32>load<u16>(child) != STRING) return false;
  const hash = hashName(text + <usize>load<u32>(child, 4), text + <usize>load<u32>(child, 8));
  for (let p = hashes, end = hashes + (<usize>hashCount << 3); p < end; p += 8) if (load<u64>(p) == hash) return true;
  return false;
}
