// The numbers of those nodes of a tape (tape.ts) that a walk over it wants to see. Of most kinds nobody wants any: passing them
// by costs JavaScript more, file for file, than all that is done with the rest.
//
// `roles` has one byte a kind of layout.ts, for every kind that the names table knows. `output` has room for `count` words.
//
// Complexity: one pass, O(count). Returns how many were taken; they ascend.

import { LEAP_OVER, TAKE, TAKE_IN_MODULE_SCOPE } from './layout';

const RECORD: usize = 24;
/** The scope that SWC gives to the top level of a module, plus 1, as the records have it. */
const MODULE_SCOPE: u32 = 3;

export function select(records: usize, count: u32, roles: usize, output: usize): u32 {
  let taken = output;
  let node: u32 = 0;
  while (node < count) {
    const record = records + <usize>node * RECORD;
    const role = <u32>load<u8>(roles + <usize>load<u16>(record));
    if (role == LEAP_OVER) {
      node = load<u32>(record, 16);
      continue;
    }
    if (role == TAKE || (role == TAKE_IN_MODULE_SCOPE && load<u32>(record, 20) == MODULE_SCOPE)) {
      store<u32>(taken, node);
      taken += 4;
    }
    node++;
  }
  return <u32>((taken - output) >> 2);
}
