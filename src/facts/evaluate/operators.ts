import type { Location } from '../../base/location.ts';
import type { BINARY_OPERATORS, UNARY_OPERATORS } from '../value-records.ts';
import { mapLeaves, truthOf } from './choices.ts';
import {
  isContainer,
  isPrimitive,
  type Primitive,
  primitive,
  type TemplateValue,
  unknown,
  type Value,
} from './values.ts';

export type BinaryOperator = (typeof BINARY_OPERATORS)[number];
export type UnaryOperator = (typeof UNARY_OPERATORS)[number];

/** Longer strings are of no use, and doubling one again and again would fill the memory. */
export const LONGEST_STRING = 100_000;
const MOST_PARTS = 200;
const LONGEST_BIGINT = 10n ** 300n;

/** `!`, `-`, `+`, `~`, `typeof`, `void`; `delete` writes and is none of these. */
export function applyUnary(operator: UnaryOperator, operand: Value, at: Location): Value {
  return mapLeaves(operand, (value) => {
    if (operator === 'void') return primitive(undefined, at);
    if (operator === '!') {
      const truth = truthOf(value);
      return truth === null ? unknown(reasonOf(value), at) : primitive(!truth, at);
    }
    if (operator === 'typeof') return typeOf(value, at);
    if (!isPrimitive(value)) return unknown(reasonOf(value), at);
    return calculate(at, () => {
      const one = value.value as number;
      return operator === '-' ? -one : operator === '+' ? +one : ~one;
    });
  });
}

/** All operators with two operands but those that may leave one out (`&&`, `||`, `??`); of choices each with each. */
export function applyBinary(operator: BinaryOperator, left: Value, right: Value, at: Location): Value {
  return mapLeaves(left, (one) => mapLeaves(right, (two) => applyToLeaves(operator, one, two, at)));
}

function applyToLeaves(operator: BinaryOperator, left: Value, right: Value, at: Location): Value {
  if (isPrimitive(left) && isPrimitive(right)) {
    if (operator === 'in' || operator === 'instanceof') return unknown('throws', at);
    return calculate(at, () => primitiveOperations[operator](left.value as never, right.value as never));
  }
  switch (operator) {
    case '+':
      return concatenate(left, right, at);
    case '===':
    case '!==':
      return compareIdentity(left, right, operator === '===', at);
    case '==':
    case '!=':
      return compareLoosely(left, right, operator === '==', at);
    case 'in':
      return isIn(left, right, at);
    default:
      return unknown(reasonOf(isPrimitive(left) ? right : left), at);
  }
}

/** A string from known and unknown parts; unknown when none of the operands is certainly a string. */
export function concatenate(left: Value, right: Value, at: Location): Value {
  const [one, two] = [asText(left), asText(right)];
  const isText = isString(left) || isString(right) || left.kind === 'array' || right.kind === 'array';
  if (one !== null && two !== null && isText) {
    return one.length + two.length > LONGEST_STRING ? unknown('budget', at) : primitive(one + two, at);
  }
  if (!isString(left) && !isString(right))
    return unknown(reasonOf(isPrimitive(left) ? right : left), at, [left, right]);
  const parts = [...partsOf(left), ...partsOf(right)];
  return parts.length > MOST_PARTS ? unknown('budget', at, [left, right]) : template(parts, at);
}

/** What a template literal is: every part becomes a string. */
export function joinParts(parts: readonly (string | Value)[], at: Location): Value {
  let sum: Value = primitive('', at);
  for (const part of parts) {
    const value = typeof part === 'string' ? primitive(part, at) : part;
    sum = mapLeaves(sum, (left) => mapLeaves(value, (right) => concatenate(left, right, at)));
  }
  return sum;
}

function template(parts: readonly (string | Value)[], at: Location): TemplateValue {
  const merged: (string | Value)[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (typeof part === 'string' && typeof last === 'string') merged[merged.length - 1] = last + part;
    else if (part !== '') merged.push(part);
  }
  return { kind: 'template', parts: merged, at };
}

function partsOf(value: Value): readonly (string | Value)[] {
  if (value.kind === 'template') return value.parts;
  const text = asText(value);
  // What can still be written to would not be what the string was made of.
  return [text ?? (isContainer(value) ? unknown(reasonOf(value), value.at) : value)];
}

/** What a value becomes as a part of a string; null when that is not known. */
export function asText(value: Value): string | null {
  if (isPrimitive(value)) return String(value.value);
  if (value.kind !== 'array' || value.taint !== null) return null;
  const texts: string[] = [];
  let length = 0;
  for (const element of value.elements) {
    // What nests is left alone: an array can hold itself.
    if (!isPrimitive(element)) return null;
    const text = element.value === null || element.value === undefined ? '' : String(element.value);
    length += text.length + 1;
    if (length > LONGEST_STRING) return null;
    texts.push(text);
  }
  return texts.join(',');
}

function isString(value: Value): boolean {
  return value.kind === 'string' || value.kind === 'template';
}

function typeOf(value: Value, at: Location): Value {
  if (isPrimitive(value)) return primitive(typeof value.value, at);
  switch (value.kind) {
    case 'template':
      return primitive('string', at);
    case 'function':
    case 'class':
      return primitive('function', at);
    case 'array':
    case 'object':
    case 'regexp':
    case 'namespace':
      return primitive('object', at);
    default:
      return unknown(reasonOf(value), at);
  }
}

function compareIdentity(left: Value, right: Value, positive: boolean, at: Location): Value {
  const [one, two] = [identityOf(left), identityOf(right)];
  if (one === null || two === null) return unknown(reasonOf(one === null ? left : right), at);
  return primitive((one === two) === positive, at);
}

function compareLoosely(left: Value, right: Value, positive: boolean, at: Location): Value {
  const nullish = (value: Value): boolean => value.kind === 'null' || value.kind === 'undefined';
  const both = identityOf(left) !== null && identityOf(right) !== null;
  if (!both) return unknown(reasonOf(identityOf(left) === null ? left : right), at);
  // An object against a primitive becomes one first.
  if (isPrimitive(left) !== isPrimitive(right) && !nullish(left) && !nullish(right))
    return unknown('unsupported-syntax', at);
  if (nullish(left) || nullish(right)) return primitive((nullish(left) && nullish(right)) === positive, at);
  return primitive((identityOf(left) === identityOf(right)) === positive, at);
}

/** Something that is the same for the same value only; null when nothing is. */
function identityOf(value: Value): unknown {
  if (isPrimitive(value)) return value.value === null ? NULL : value.value === undefined ? UNDEFINED : value.value;
  if (value.kind === 'namespace') return `\0${value.module}`;
  return isContainer(value) || value.kind === 'regexp' ? value : null;
}

const NULL = Symbol('null');
const UNDEFINED = Symbol('undefined');

function isIn(key: Value, object: Value, at: Location): Value {
  const name = isPrimitive(key) ? String(key.value) : null;
  if (name === null || object.kind !== 'object' || object.taint !== null) return unknown(reasonOf(object), at);
  if (object.properties.has(name)) return primitive(true, at);
  if (object.open !== null || object.instanceOf !== null || name in Object.prototype)
    return unknown(object.open ?? 'unsupported-syntax', at);
  return primitive(false, at);
}

/** Why something that is made of this value is not known. */
export function reasonOf(value: Value): Parameters<typeof unknown>[0] {
  switch (value.kind) {
    case 'unknown':
      return value.reason;
    case 'external':
    case 'member':
    case 'call':
      return 'external-call';
    case 'template': {
      const hole = value.parts.find((part) => typeof part !== 'string');
      return hole === undefined || typeof hole === 'string' ? 'unsupported-syntax' : reasonOf(hole);
    }
    case 'choice':
      return 'condition';
    default:
      return (isContainer(value) && value.taint) || 'unsupported-syntax';
  }
}

/** Runs an operation on primitives; what JavaScript throws at (bigint and number mixed, a shift of a bigint without end) is unknown. */
export function calculate(at: Location, operation: () => Primitive): Value {
  let result: Primitive;
  try {
    result = operation();
  } catch {
    return unknown('throws', at);
  }
  const tooLarge =
    (typeof result === 'string' && result.length > LONGEST_STRING) ||
    (typeof result === 'bigint' && (result > LONGEST_BIGINT || result < -LONGEST_BIGINT));
  return tooLarge ? unknown('budget', at) : primitive(result, at);
}

function bounded(value: unknown): never {
  // Powers and shifts of bigints take memory before anybody can look at the result.
  if (typeof value === 'bigint' && (value > 64n || value < -64n)) throw new RangeError();
  return value as never;
}

const primitiveOperations: Readonly<
  Record<Exclude<BinaryOperator, 'in' | 'instanceof'>, (left: never, right: never) => Primitive>
> = {
  '+': (left: number, right: number) => left + right,
  '-': (left: number, right: number) => left - right,
  '*': (left: number, right: number) => left * right,
  '/': (left: number, right: number) => left / right,
  '%': (left: number, right: number) => left % right,
  '**': (left: number, right: number) => left ** bounded(right),
  // biome-ignore lint/suspicious/noDoubleEquals: it is the operator that is evaluated
  '==': (left: number, right: number) => left == right,
  // biome-ignore lint/suspicious/noDoubleEquals: it is the operator that is evaluated
  '!=': (left: number, right: number) => left != right,
  '===': (left: number, right: number) => left === right,
  '!==': (left: number, right: number) => left !== right,
  '<': (left: number, right: number) => left < right,
  '<=': (left: number, right: number) => left <= right,
  '>': (left: number, right: number) => left > right,
  '>=': (left: number, right: number) => left >= right,
  '&': (left: number, right: number) => left & right,
  '|': (left: number, right: number) => left | right,
  '^': (left: number, right: number) => left ^ right,
  '<<': (left: number, right: number) => left << bounded(right),
  '>>': (left: number, right: number) => left >> bounded(right),
  '>>>': (left: number, right: number) => left >>> right,
};
