import { TERM_OPS, type TermOp } from '../../../symbol-records.ts';

/** The first operand is a term. */
export const A = 1;
/** The second one is. */
export const B = 2;

const OPERANDS: Readonly<Record<TermOp, number>> = {
  unknown: 0,
  declared: 0,
  imported: 0,
  this: 0,
  super: 0,
  'static-this': 0,
  new: A | B,
  call: A | B,
  member: A,
  element: A,
  await: A,
  parameter: A,
  function: A | B,
  object: 0,
  namespace: 0,
  instance: A,
  array: A,
  promise: A,
  union: A | B,
  'all-of': A | B,
  list: A | B,
  'type-of': A,
  key: A,
  'type-parameter': B,
  generic: A | B,
  applied: A | B,
  argument: A,
  index: A | B,
  'key-of': A,
  mapped: A | B,
  conditional: A | B,
  shape: A,
  property: A,
  literal: 0,
  record: A,
  tuple: A,
  at: A,
  rest: A,
};

/** Which operands of an op are terms, by its number in TERM_OPS. */
export const TERM_OPERANDS: Uint8Array = Uint8Array.from(TERM_OPS, (op) => OPERANDS[op]);
