import { LEAP_OVER, TAKE, TAKE_IN_MODULE_SCOPE } from '../wasm/tape-builder.ts';
import { KIND, type Kind } from './generated/kinds.ts';

/** Which nodes a walk wants to see: a role for each kind. Made once, for {@link Cursor.select}. */
export type NodeSelection = Uint8Array;

export interface SelectedKinds {
  readonly taken: readonly Kind[];
  /** Names that are taken when SWC found their binding at the top level of the module. */
  readonly takenInModuleScope?: readonly Kind[];
  /** Neither these nor what is in them. */
  readonly leaptOver?: readonly Kind[];
}

export function selectionOf({ taken, takenInModuleScope = [], leaptOver = [] }: SelectedKinds): NodeSelection {
  const roles = new Uint8Array(Math.max(...Object.values(KIND)) + 1);
  for (const kind of taken) roles[kind] = TAKE;
  for (const kind of takenInModuleScope) roles[kind] = TAKE_IN_MODULE_SCOPE;
  for (const kind of leaptOver) roles[kind] = LEAP_OVER;
  return roles;
}
