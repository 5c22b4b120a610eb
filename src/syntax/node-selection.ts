import {
  hashNames,
  LEAP_OVER,
  TAKE,
  TAKE_DECLARED,
  TAKE_IN_MODULE_SCOPE,
  TAKE_NAMED,
  type TapeSelection,
} from '../wasm/tape-builder.ts';
import { KIND, type Kind } from './generated/kinds.ts';

/** Which nodes a walk wants to see. Made once, for {@link Cursor.select}. */
export interface NodeSelection extends TapeSelection {
  /** Those that `takenWhenNamed` asks for. */
  readonly names: readonly string[];
}

export interface SelectedKinds {
  readonly taken: readonly Kind[];
  /** Names that are taken when SWC found their binding at the top level of the module. */
  readonly takenInModuleScope?: readonly Kind[];
  /** Names whose binding SWC found in this file, at the top level or further in. */
  readonly takenWhenDeclared?: readonly Kind[];
  /** Identifiers that have one of these names, and now and then one that has not. */
  readonly takenWhenNamed?: readonly string[];
  /** Neither these nor what is in them. */
  readonly leaptOver?: readonly Kind[];
}

export function selectionOf(kinds: SelectedKinds): NodeSelection {
  const { taken, takenInModuleScope = [], takenWhenDeclared = [], takenWhenNamed: names = [], leaptOver = [] } = kinds;
  const roles = new Uint8Array(Math.max(...Object.values(KIND)) + 1);
  for (const kind of taken) roles[kind] = TAKE;
  for (const kind of takenInModuleScope) roles[kind] = TAKE_IN_MODULE_SCOPE;
  for (const kind of takenWhenDeclared) roles[kind] = TAKE_DECLARED;
  if (names.length > 0) roles[KIND.Identifier] = TAKE_NAMED;
  for (const kind of leaptOver) roles[kind] = LEAP_OVER;
  return { roles, names, hashes: hashNames(names) };
}
