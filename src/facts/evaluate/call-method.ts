import type { Location } from '../../base/location.ts';
import { leavesOf } from './choices.ts';
import { type Arguments, callExternal, callUnknown, callValue } from './evaluate-call.ts';
import type { Interpreter } from './interpreter.ts';
import { arrayMethod } from './known/array-methods.ts';
import { knownFunction } from './known/known-functions.ts';
import { primitiveMethod } from './known/primitive-methods.ts';
import { readMember } from './read-members.ts';
import { isSymbolic, primitive, unknown, type Value } from './values.ts';

/** `object.name(…)`. @param optional whether a method that is not there is not called: `object.name?.(…)` */
export function callMethod(
  interpreter: Interpreter,
  object: Value,
  name: string,
  args: Arguments,
  at: Location,
  optional = false,
): Value {
  interpreter.step();
  if (object.kind === 'choice') {
    const call = (value: Value) => () => callMethod(interpreter, value, name, args, at, optional);
    return interpreter.either(object.condition, call(object.ifTrue), call(object.ifFalse), at);
  }
  if (isSymbolic(object)) {
    const callee = readMember(interpreter, object, name, at);
    if (!isSymbolic(callee)) return callUnknown(interpreter, callee, args, at);
    return knownFunction(interpreter, callee, args, at) ?? callExternal(interpreter, callee, args, at);
  }
  if (object.kind === 'unknown') return callUnknown(interpreter, { ...object, at }, args, at);
  const known = args.open === null ? knownMethod(interpreter, object, name, args.values, at) : null;
  if (known) return known;
  const method = readMember(interpreter, object, name, at);
  if (method.kind === 'undefined' && optional) return method;
  const callable = leavesOf(method).every((leaf) => leaf.kind === 'function' || isSymbolic(leaf));
  if (callable) return callValue(interpreter, method, object, args, at);
  // A method of the platform that is not known here, or none at all.
  return callUnknown(
    interpreter,
    unknown(method.kind === 'unknown' ? method.reason : 'throws', at, [object]),
    args,
    at,
  );
}

function knownMethod(
  interpreter: Interpreter,
  object: Value,
  name: string,
  args: readonly Value[],
  at: Location,
): Value | null {
  switch (object.kind) {
    case 'array':
      return arrayMethod({ interpreter, array: object, args, at }, name);
    case 'string':
    case 'number':
    case 'boolean':
      return primitiveMethod(interpreter, object, name, args, at);
    case 'object':
      if (name !== 'hasOwnProperty' || object.properties.has(name) || object.taint !== null) return null;
      if (object.open !== null || object.instanceOf !== null || args[0]?.kind !== 'string') return null;
      return primitive(object.properties.has(args[0].value), at);
    case 'function': {
      const [thisValue, ...rest] = args;
      if (name === 'call') return callValue(interpreter, object, thisValue ?? null, { values: rest, open: null }, at);
      const list = rest[0];
      if (name !== 'apply' || list?.kind !== 'array' || list.taint !== null) return null;
      return callValue(interpreter, object, thisValue ?? null, { values: list.elements, open: null }, at);
    }
    default:
      return null;
  }
}
