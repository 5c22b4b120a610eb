import type { Location } from '../../../base/location.ts';
import type { Interpreter } from '../interpreter.ts';
import { type ArrayValue, primitive, unknown, type Value } from '../values.ts';
import type { ArrayCall } from './array-methods.ts';

export interface ArrayIterator {
  readonly array: ArrayValue;
  /** What it gives for an element. */
  readonly give: (element: Value, index: number) => Value;
}

/**
 * `list.entries()`, `list.keys()`, `list.values()`: unknown to everybody but what goes through it where it stands. What is kept in a variable may have
 * been gone through already, and then there is nothing left in it.
 */
export function makeIterator(
  { interpreter, array, at }: ArrayCall,
  give: (element: Value, index: Value) => Value,
): Value {
  const made = unknown('unsupported-syntax', at, [array]);
  interpreter.iterators.set(made, { array, give: (element, index) => give(element, primitive(index, at)) });
  return made;
}

/**
 * The array that a loop or spread goes through, and what it is given for each element: the array's own, or those of an iterator that the same
 * expression has made; null for all else. The array can change meanwhile.
 * @param at the expression that the value is of
 */
export function iterated(interpreter: Interpreter, value: Value, at: Location): ArrayIterator | null {
  if (value.kind === 'array') return { array: value, give: (element) => element };
  const iterator = interpreter.iterators.get(value);
  return iterator && isSamePlace(value.at, at) ? iterator : null;
}

function isSamePlace(a: Location, b: Location): boolean {
  return (
    a.path === b.path &&
    a.line === b.line &&
    a.column === b.column &&
    a.endLine === b.endLine &&
    a.endColumn === b.endColumn
  );
}
