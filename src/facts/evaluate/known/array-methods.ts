import type { Location } from '../../../base/location.ts';
import { truthOf } from '../choices.ts';
import { callValue } from '../evaluate-call.ts';
import type { Interpreter } from '../interpreter.ts';
import { applyBinary, LONGEST_STRING, reasonOf } from '../operators.ts';
import { passOverCalls } from '../pass-over.ts';
import { type ArrayValue, isPrimitive, primitive, unknown, type Value } from '../values.ts';
import { changeArray } from './array-changes.ts';
import { makeIterator } from './array-iterators.ts';

export interface ArrayCall {
  readonly interpreter: Interpreter;
  readonly array: ArrayValue;
  readonly args: readonly Value[];
  readonly at: Location;
}

/** A method of an array; null when it is not known here. */
export function arrayMethod(call: ArrayCall, name: string): Value | null {
  const { interpreter, array, args, at } = call;
  const changed = changeArray(call, name);
  if (changed) return changed;
  const method = METHODS.get(name);
  if (!method) return null;
  interpreter.step(array.elements.length);
  if (array.taint === null) return method(call);
  // How often a callback runs is not known either.
  passOverCalls(interpreter, args, array.taint);
  return unknown(array.taint, at, [array, ...args]);
}

type Method = (call: ArrayCall) => Value | null;

const NAMED: Readonly<Record<string, Method>> = {
  map: ({ interpreter, array, args, at }) => {
    const callback = callbackOf(args);
    return callback && interpreter.array(eachOf(interpreter, array, callback, at), at);
  },
  forEach: ({ interpreter, array, args, at }) => {
    const callback = callbackOf(args);
    if (!callback) return null;
    eachOf(interpreter, array, callback, at);
    return primitive(undefined, at);
  },
  flatMap: ({ interpreter, array, args, at }) => {
    const callback = callbackOf(args);
    return callback && flatten(interpreter, eachOf(interpreter, array, callback, at), at);
  },
  flat: ({ interpreter, array, args, at }) => (args.length === 0 ? flatten(interpreter, array.elements, at) : null),
  filter: ({ interpreter, array, args, at }) => {
    const callback = callbackOf(args);
    if (!callback) return null;
    const elements = [...array.elements];
    const kept: Value[] = [];
    let lost: Value | null = null;
    eachOf(interpreter, array, callback, at).forEach((verdict, index) => {
      const truth = truthOf(verdict);
      if (truth !== false) kept.push(elements[index] as Value);
      if (truth === null) lost ??= verdict;
    });
    return lost ? interpreter.unknownArray(reasonOf(lost), kept, at) : interpreter.array(kept, at);
  },
  some: (call) => search(call, (found, at) => primitive(found !== null, at)),
  every: (call) => search(call, (found, at) => primitive(found === null, at), false),
  find: (call) => search(call, (found, at) => found?.element ?? primitive(undefined, at)),
  findIndex: (call) => search(call, (found, at) => primitive(found?.index ?? -1, at)),
  reduce: ({ interpreter, array, args, at }) => {
    const [callback] = args;
    if (!callback || args.length > 2 || (args.length < 2 && array.elements.length === 0)) return null;
    let sum = args[1] ?? (array.elements[0] as Value);
    for (let index = args.length < 2 ? 1 : 0; index < array.elements.length; index++) {
      const values = [sum, array.elements[index] as Value, primitive(index, at), array];
      sum = callValue(interpreter, callback, null, { values, open: null }, at);
    }
    return sum;
  },
  join: ({ array, args, at }) => {
    const separator = args[0] ?? primitive(',', at);
    if (!isPrimitive(separator)) return unknown(reasonOf(separator), at);
    const between = separator.value === undefined ? ',' : String(separator.value);
    let sum: Value = primitive('', at);
    for (const [index, element] of array.elements.entries()) {
      const isEmpty = element.kind === 'null' || element.kind === 'undefined';
      const head = applyBinary('+', sum, primitive(index === 0 ? '' : between, at), at);
      sum = isEmpty ? head : applyBinary('+', head, element, at);
    }
    return sum;
  },
  concat: ({ interpreter, array, args, at }) => {
    const elements = [...array.elements];
    for (const arg of args) {
      if (arg.kind === 'array') {
        elements.push(...arg.elements);
        if (arg.taint !== null) return interpreter.unknownArray(arg.taint, elements, at);
      } else if (isPrimitive(arg) || arg.kind === 'object' || arg.kind === 'function' || arg.kind === 'class')
        elements.push(arg);
      else return interpreter.unknownArray(reasonOf(arg), [...elements, arg], at);
    }
    return interpreter.array(elements, at);
  },
  slice: ({ interpreter, array, args, at }) => {
    const bounds: (number | undefined)[] = [];
    for (const arg of args.slice(0, 2)) {
      if (!isPrimitive(arg) || arg.kind === 'bigint')
        return interpreter.unknownArray('not-literal', [...array.elements], at);
      bounds.push(arg.kind === 'undefined' ? undefined : Number(arg.value));
    }
    return interpreter.array(array.elements.slice(...bounds), at);
  },
  at: ({ array, args, at }) => {
    const index = args[0];
    if (index?.kind !== 'number') return null;
    return array.elements.at(index.value) ?? primitive(undefined, at);
  },
  includes: ({ array, args, at }) => {
    const wanted = args[0] ?? primitive(undefined, at);
    if (args.length > 1 || !isPrimitive(wanted)) return null;
    if (array.elements.some((element) => isPrimitive(element) && sameValueZero(element.value, wanted.value)))
      return primitive(true, at);
    return array.elements.every(isPlain) ? primitive(false, at) : unknown('not-literal', at);
  },
  indexOf: ({ array, args, at }) => {
    const wanted = args[0] ?? primitive(undefined, at);
    if (args.length > 1 || !isPrimitive(wanted) || !array.elements.every(isPlain)) return null;
    return primitive(
      array.elements.findIndex((element) => isPrimitive(element) && element.value === wanted.value),
      at,
    );
  },
  entries: (call) => makeIterator(call, (element, index) => call.interpreter.array([index, element], call.at)),
  keys: (call) => makeIterator(call, (_, index) => index),
  values: (call) => makeIterator(call, (element) => element),
  toString: ({ array, at }: ArrayCall) => (array.elements.length === 0 ? primitive('', at) : null),
};

/** As a map, so that `constructor` is no method of it. */
const METHODS: ReadonlyMap<string, Method> = new Map(Object.entries(NAMED));

/** Something that is not one of several, and no object made somewhere else. */
function isPlain(value: Value): boolean {
  return isPrimitive(value) || value.kind === 'array' || value.kind === 'object' || value.kind === 'function';
}

function sameValueZero(a: unknown, b: unknown): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}

function callbackOf(args: readonly Value[]): Value | null {
  const [callback] = args;
  return args.length === 1 && callback ? callback : null;
}

/** What the callback gives for each element; those that it adds are not visited, as in JavaScript. */
function eachOf(interpreter: Interpreter, array: ArrayValue, callback: Value, at: Location): Value[] {
  const results: Value[] = [];
  const { length } = array.elements;
  for (let index = 0; index < length; index++) {
    const element = array.elements[index];
    // It was taken away meanwhile.
    if (!element || array.taint !== null) {
      results.push(unknown(array.taint ?? 'unsupported-syntax', at, [array]));
      passOverCalls(interpreter, [callback], 'unsupported-syntax');
      continue;
    }
    const values = [element, primitive(index, at), array];
    results.push(callValue(interpreter, callback, null, { values, open: null }, at));
  }
  return results;
}

/** Calls back until the answer is the one that ends the search; unknown when an answer on the way is. */
function search(
  { interpreter, array, args, at }: ArrayCall,
  result: (found: { element: Value; index: number } | null, at: Location) => Value,
  until = true,
): Value | null {
  const callback = callbackOf(args);
  if (!callback) return null;
  for (let index = 0; index < array.elements.length; index++) {
    const element = array.elements[index] as Value;
    const values = [element, primitive(index, at), array];
    const verdict = callValue(interpreter, callback, null, { values, open: null }, at);
    const truth = truthOf(verdict);
    if (truth === until) return result({ element, index }, at);
    if (truth !== null) continue;
    passOverCalls(interpreter, [callback], reasonOf(verdict));
    return unknown(reasonOf(verdict), at, [array]);
  }
  return result(null, at);
}

function flatten(interpreter: Interpreter, values: readonly Value[], at: Location): Value {
  const flat: Value[] = [];
  for (const value of values) {
    if (value.kind === 'array') flat.push(...value.elements);
    else flat.push(value);
    if (value.kind === 'array' ? value.taint !== null : !isPlain(value) && value.kind !== 'class')
      return interpreter.unknownArray(reasonOf(value), [...flat, ...values], at);
    interpreter.step(flat.length > LONGEST_STRING ? LONGEST_STRING : 1);
  }
  return interpreter.array(flat, at);
}
