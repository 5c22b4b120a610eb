import type { TapeNames } from '../wasm/name-table.ts';
import { FIELD } from './generated/fields.ts';
import { KIND } from './generated/kinds.ts';

/** What the tape kernel is told of SWC’s names: those in the generated tables that are SWC’s and not the kernel’s own. */
export const TAPE_NAMES: TapeNames = {
  kinds: namesFrom(KIND, KIND.number + 1),
  fields: namesFrom(FIELD, FIELD.root + 1),
};

function namesFrom(numbers: Readonly<Record<string, number>>, first: number): Record<string, number> {
  return Object.fromEntries(Object.entries(numbers).filter(([, number]) => number >= first));
}
