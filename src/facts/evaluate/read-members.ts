import type { Location } from '../../base/location.ts';
import { callFunction } from './call-function.ts';
import { mapLeaves } from './choices.ts';
import type { Interpreter } from './interpreter.ts';
import { isIndex } from './object-keys.ts';
import { reasonOf } from './operators.ts';
import {
  type ClassMember,
  type ClassValue,
  type Container,
  isPrimitive,
  isSymbolic,
  primitive,
  type UnknownValue,
  unknown,
  type Value,
} from './values.ts';

/** The property that a value names; null when that is not known. */
export function keyOf(value: Value): string | null {
  return isPrimitive(value) ? String(value.value) : null;
}

/** `object[key]`, where the key may be one of several. */
export function readKey(interpreter: Interpreter, object: Value, key: Value, at: Location): Value {
  return mapLeaves(key, (leaf) => {
    const name = keyOf(leaf);
    return name === null ? readUnknownKey(object, leaf, at) : readMember(interpreter, object, name, at);
  });
}

function readUnknownKey(object: Value, key: Value, at: Location): Value {
  if (isSymbolic(object)) return unknown('external-call', at, [object]);
  return unknown(object.kind === 'unknown' ? object.reason : reasonOf(key), at, [object]);
}

/** `object.name`. */
export function readMember(interpreter: Interpreter, object: Value, name: string, at: Location): Value {
  interpreter.step();
  return mapLeaves(object, (leaf) => readOf(interpreter, leaf, name, at));
}

function readOf(interpreter: Interpreter, object: Value, name: string, at: Location): Value {
  switch (object.kind) {
    case 'null':
    case 'undefined':
      return unknown('throws', at);
    case 'string':
      if (name === 'length') return primitive(object.value.length, at);
      if (isIndex(name)) return primitive(object.value[Number(name)], at);
      return missing(String.prototype, name, at);
    case 'number':
    case 'boolean':
    case 'bigint':
      return missing(Object(object.value) as object, name, at);
    case 'template':
      return unknown(reasonOf(object), at);
    case 'regexp':
      if (name === 'source') return primitive(object.source, at);
      return name === 'flags' ? primitive(object.flags, at) : unknown('unsupported-syntax', at);
    case 'unknown':
      return { ...object, at };
    case 'external':
      if (object.id === 'global:process' && name === 'env') return unknown('environment', at);
      if (object.id.endsWith('#*')) return { kind: 'external', id: `${object.id.slice(0, -1)}${name}`, at };
      return { kind: 'member', object, name, at };
    case 'member':
    case 'call':
      return { kind: 'member', object, name, at };
    case 'namespace':
      return interpreter.surroundings.exported(object.module, name, interpreter, at);
    case 'choice':
      return mapLeaves(object, (leaf) => readOf(interpreter, leaf, name, at));
    default:
      return readContainer(interpreter, object, name, at);
  }
}

function readContainer(interpreter: Interpreter, object: Container, name: string, at: Location): Value {
  if (object.taint !== null) return unknown(object.taint, at, [object]);
  if (object.kind === 'array') {
    if (name === 'length') return primitive(object.elements.length, at);
    if (isIndex(name)) return object.elements[Number(name)] ?? primitive(undefined, at);
    return missing(Array.prototype, name, at);
  }
  const own = object.properties.get(name);
  if (own) return own;
  if (object.kind === 'object') {
    if (object.open !== null) return unknown(object.open, at, [object]);
    if (object.instanceOf) return readInherited(interpreter, object, object.instanceOf, name, at);
    return missing(Object.prototype, name, at);
  }
  if (object.kind === 'class') return readStatic(interpreter, object, name, at);
  return missing(Function.prototype, name, at);
}

/** What is inherited from the platform is not followed; what nothing has is undefined. */
function missing(prototype: object, name: string, at: Location): Value {
  return name in prototype ? unknown('unsupported-syntax', at) : primitive(undefined, at);
}

/** The member of that name in a class or what it extends; null when there is none, unknown when that cannot be told. */
export function findMethod(from: ClassValue, name: string, at: Location): ClassMember | UnknownValue | null {
  let holder: Value | null = from;
  while (holder) {
    if (holder.kind !== 'class') return unknown(reasonOf(holder), at, [holder]);
    if (holder.taint !== null) return unknown(holder.taint, at, [holder]);
    const method: ClassMember | undefined = holder.methods.get(name);
    if (method) return method;
    holder = holder.base;
  }
  return null;
}

function readInherited(interpreter: Interpreter, object: Container, of: ClassValue, name: string, at: Location): Value {
  if (name === 'constructor') return of;
  const method = findMethod(of, name, at);
  if (method === null) return missing(Object.prototype, name, at);
  if ('reason' in method) return method;
  if (method.accessor === 'get') return callFunction(interpreter, method.function, object, [], at);
  return method.accessor === 'set' ? primitive(undefined, at) : method.function;
}

function readStatic(interpreter: Interpreter, of: ClassValue, name: string, at: Location): Value {
  if (name === 'name' && of.name !== '') return primitive(of.name, at);
  let holder: Value | null = of;
  while (holder) {
    if (holder.kind !== 'class') return unknown(reasonOf(holder), at, [holder]);
    if (holder.taint !== null) return unknown(holder.taint, at, [holder]);
    const own = holder.properties.get(name);
    if (own) return own;
    const method: ClassMember | undefined = holder.staticMethods.get(name);
    if (method?.accessor === 'get') return callFunction(interpreter, method.function, of, [], at);
    if (method) return method.accessor === 'set' ? primitive(undefined, at) : method.function;
    holder = holder.base;
  }
  return missing(Function.prototype, name, at);
}
