import type { Location } from '../../../base/location.ts';
import { mapLeaves } from '../choices.ts';
import { type Arguments, callValue } from '../evaluate-call.ts';
import type { Interpreter } from '../interpreter.ts';
import { applyUnary, asText, calculate, joinParts, reasonOf } from '../operators.ts';
import { ownEntries } from '../own-entries.ts';
import { isPrimitive, type Primitive, primitive, type SymbolicValue, unknown, type Value } from '../values.ts';
import { writeMember } from '../write-members.ts';

interface KnownCall {
  readonly interpreter: Interpreter;
  readonly args: readonly Value[];
  readonly first: Value;
  readonly at: Location;
}

/** A function of the platform that depends on nothing but its arguments; null when it is not known here. */
export function knownFunction(
  interpreter: Interpreter,
  callee: SymbolicValue,
  { values: args, open }: Arguments,
  at: Location,
): Value | null {
  const name = globalName(callee);
  const known = name === null || open !== null ? undefined : KNOWN.get(name);
  if (!known) return null;
  const first = args[0] ?? primitive(undefined, at);
  return known({ interpreter, args, first, at });
}

/** `Object.keys` of the global of that name. */
function globalName(callee: SymbolicValue): string | null {
  if (callee.kind === 'external') return callee.id.startsWith('global:') ? callee.id.slice(7) : null;
  if (callee.kind !== 'member' || callee.object.kind !== 'external') return null;
  const object = globalName(callee.object);
  return object === null ? null : `${object}.${callee.name}`;
}

type Known = (call: KnownCall) => Value | null;

const KNOWN: ReadonlyMap<string, Known> = new Map<string, Known>([
  ['Object.keys', (call) => listEntries(call, ([key]) => primitive(key, call.at))],
  ['Object.values', (call) => listEntries(call, ([, value]) => value)],
  [
    'Object.entries',
    (call) => listEntries(call, ([key, value]) => call.interpreter.array([primitive(key, call.at), value], call.at)),
  ],
  ['Object.fromEntries', fromEntries],
  ['Object.assign', assign],
  ['Object.freeze', ({ first }) => first],
  ['Object.seal', ({ first }) => first],
  ['Array.isArray', ({ first, at }) => mapLeaves(first, (leaf) => isArray(leaf, at))],
  ['Array.of', ({ interpreter, args, at }) => interpreter.array([...args], at)],
  ['Array.from', arrayFrom],
  ['String', ({ args, first, at }) => (args.length === 0 ? primitive('', at) : joinParts([first], at))],
  ['Number', ({ args, first, at }) => (args.length === 0 ? primitive(0, at) : number(first, at))],
  ['Boolean', ({ first, at }) => applyUnary('!', applyUnary('!', first, at), at)],
  ...(
    ['isNaN', 'isFinite', 'parseInt', 'parseFloat', 'encodeURIComponent', 'decodeURIComponent', 'encodeURI'] as const
  ).map((name): [string, Known] => [name, pure(globalThis[name] as (...given: never[]) => Primitive)]),
  ...(['isNaN', 'isFinite', 'isInteger', 'isSafeInteger', 'parseInt', 'parseFloat'] as const).map(
    (name): [string, Known] => [`Number.${name}`, pure(Number[name] as (...given: never[]) => Primitive)],
  ),
  ...(['abs', 'ceil', 'floor', 'max', 'min', 'round', 'sign', 'trunc'] as const).map((name): [string, Known] => [
    `Math.${name}`,
    pure(Math[name] as (...given: never[]) => Primitive),
  ]),
]);

/** A function of primitives. */
function pure(run: (...given: never[]) => Primitive): Known {
  return ({ args, at }) => {
    const strange = args.find((arg) => !isPrimitive(arg));
    if (strange) return unknown(reasonOf(strange), at);
    return calculate(at, () => run(...(args.map((arg) => (arg as { value: Primitive }).value) as never[])));
  };
}

function number(value: Value, at: Location): Value {
  return value.kind === 'bigint' ? primitive(Number(value.value), at) : applyUnary('+', value, at);
}

function isArray(value: Value, at: Location): Value {
  const known = value.kind === 'array' || isPrimitive(value) || value.kind === 'object' || value.kind === 'function';
  return known ? primitive(value.kind === 'array', at) : unknown(reasonOf(value), at);
}

function listEntries({ interpreter, first, at }: KnownCall, pick: (entry: [string, Value]) => Value): Value {
  return mapLeaves(first, (leaf) => {
    if (leaf.kind === 'null' || leaf.kind === 'undefined') return unknown('throws', at);
    const entries = ownEntries(leaf);
    if (typeof entries === 'string') return interpreter.unknownArray(entries, [leaf], at);
    return interpreter.array(entries.map(pick), at);
  });
}

function fromEntries({ interpreter, first, at }: KnownCall): Value {
  if (first.kind !== 'array' || first.taint !== null) return unknown(reasonOf(first), at, [first]);
  const object = interpreter.object(new Map(), at);
  for (const entry of first.elements) {
    const known = entry.kind === 'array' && entry.taint === null;
    const key = known ? asText(entry.elements[0] ?? primitive(undefined, at)) : null;
    if (!known || key === null) return unknown(reasonOf(entry), at, [first]);
    object.properties.set(key, entry.elements[1] ?? primitive(undefined, at));
  }
  return object;
}

function assign({ interpreter, args, first, at }: KnownCall): Value {
  for (const source of args.slice(1)) {
    const entries = ownEntries(source);
    if (typeof entries === 'string') {
      interpreter.heap.taint([first], entries);
      if (first.kind === 'object') first.properties.set(`\0${first.properties.size}`, source);
      continue;
    }
    for (const [key, value] of entries) writeMember(interpreter, first, key, value, at);
  }
  return first;
}

function arrayFrom({ interpreter, args, first, at }: KnownCall): Value | null {
  const elements = sourceElements(first, at);
  if (elements === null) return null;
  const map = args[1];
  if (!map) return interpreter.array(elements, at);
  const mapped = elements.map((element, index) =>
    callValue(interpreter, map, null, { values: [element, primitive(index, at)], open: null }, at),
  );
  return interpreter.array(mapped, at);
}

/** The elements of an array, the characters of a string, or as many times undefined as a `length` says. */
function sourceElements(source: Value, at: Location): Value[] | null {
  if (source.kind === 'array') return source.taint === null ? [...source.elements] : null;
  if (source.kind === 'string') return [...source.value].map((unit) => primitive(unit, at));
  if (source.kind !== 'object' || source.taint !== null || source.open !== null || source.properties.size !== 1)
    return null;
  const length = source.properties.get('length');
  const isLength = length?.kind === 'number' && Number.isInteger(length.value) && length.value >= 0;
  return isLength && length.value <= 10_000
    ? Array.from({ length: length.value }, () => primitive(undefined, at))
    : null;
}
