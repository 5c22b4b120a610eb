import type { Location } from '../../base/location.ts';
import { type Condition, isPrimitive, unknown, type Value } from './values.ts';

/** More are no answer, and each step with two of them would have the product. */
const MOST_LEAVES = 24;

/** One of two values; the value itself where they are the same. */
export function choose(condition: Condition, then: Value, other: Value, at: Location): Value {
  if (then === other || isSame(then, other)) return then;
  if (leavesOf(then).length + leavesOf(other).length > MOST_LEAVES) return unknown('budget', at, [then, other]);
  return { kind: 'choice', condition, ifTrue: then, ifFalse: other, at };
}

/** Does the same with each value that it may be. */
export function mapLeaves(value: Value, map: (leaf: Value) => Value): Value {
  if (value.kind !== 'choice') return map(value);
  return choose(value.condition, mapLeaves(value.ifTrue, map), mapLeaves(value.ifFalse, map), value.at);
}

/** All values that it may be. */
export function leavesOf(value: Value): Value[] {
  return value.kind === 'choice' ? [...leavesOf(value.ifTrue), ...leavesOf(value.ifFalse)] : [value];
}

/** A value without the leaves that cannot be: null when none is left. */
export function filterLeaves(value: Value, keep: (leaf: Value) => boolean): Value | null {
  if (value.kind !== 'choice') return keep(value) ? value : null;
  const [then, other] = [filterLeaves(value.ifTrue, keep), filterLeaves(value.ifFalse, keep)];
  return then && other ? choose(value.condition, then, other, value.at) : (then ?? other);
}

/** Whether it counts as true; null when that is not known. */
export function truthOf(value: Value): boolean | null {
  switch (value.kind) {
    case 'choice': {
      const truth = truthOf(value.ifTrue);
      return truth === truthOf(value.ifFalse) ? truth : null;
    }
    case 'template':
      return value.parts.some((part) => typeof part === 'string' && part !== '') ? true : null;
    case 'array':
    case 'object':
    case 'function':
    case 'class':
    case 'regexp':
    case 'namespace':
      return true;
    case 'unknown':
    case 'external':
    case 'member':
    case 'call':
      return null;
    default:
      return Boolean(value.value);
  }
}

/** Whether it is null or undefined; null when that is not known. */
export function isNullish(value: Value): boolean | null {
  switch (value.kind) {
    case 'choice': {
      const nullish = isNullish(value.ifTrue);
      return nullish === isNullish(value.ifFalse) ? nullish : null;
    }
    case 'unknown':
    case 'member':
    case 'call':
      return null;
    case 'external':
      // The namespace of a package is there; what it exports may not be.
      return value.id.endsWith('#*') || value.id.startsWith('global:') ? false : null;
    default:
      return value.kind === 'null' || value.kind === 'undefined';
  }
}

/** Whether they are the same primitive. */
export function isSame(a: Value, b: Value): boolean {
  return isPrimitive(a) && isPrimitive(b) && Object.is(a.value, b.value);
}
