import type { Location } from '../../base/location.ts';
import { callFunction } from './call-function.ts';
import { leavesOf, mapLeaves } from './choices.ts';
import type { Interpreter } from './interpreter.ts';
import { isIndex, orderedKeys } from './object-keys.ts';
import { reasonOf } from './operators.ts';
import {
  type ClassMember,
  type ClassValue,
  type Container,
  isContainer,
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

/** `object[key] = value`. */
export function writeKey(interpreter: Interpreter, object: Value, key: Value, value: Value, at: Location): void {
  const name = keyOf(key);
  const leaves = leavesOf(object);
  // One of several is written to: of none it is known whether it is that one.
  if (name === null || leaves.length > 1) {
    const containers = leaves.filter(isContainer);
    disturbed(interpreter, leaves, leaves.length > 1 ? 'condition' : 'not-literal');
    for (const container of containers) absorb(container, value);
    return;
  }
  writeMember(interpreter, object, name, value, at);
}

export function writeMember(interpreter: Interpreter, object: Value, name: string, value: Value, at: Location): void {
  interpreter.step();
  const { heap } = interpreter;
  if (!isContainer(object)) {
    if (object.kind === 'choice') writeKey(interpreter, object, primitive(name, at), value, at);
    else disturbed(interpreter, [object], 'mutated');
    return;
  }
  if (object.owner !== interpreter.module) disturbed(interpreter, [object], 'mutated');
  heap.touch(object);
  if (object.taint !== null) {
    absorb(object, value);
    if (object.taint === 'mutated') heap.taint([value], 'mutated');
    return;
  }
  if (heap.isLate(object, name)) heap.taint([value], 'mutated');
  if (object.kind === 'array') writeElement(interpreter, object, name, value);
  else if (name === '__proto__') disturbed(interpreter, [object], 'unsupported-syntax');
  else if (!callsSetter(interpreter, object, name, value, at)) object.properties.set(name, value);
}

/** Whether an object literal has an accessor that may take what is written to that member. */
function hasAccessor(object: Container, name: string): boolean {
  if (object.kind !== 'object') return false;
  const own = object.properties.get(name);
  return object.open === 'accessor' || (own?.kind === 'unknown' && own.reason === 'accessor');
}

function writeElement(
  interpreter: Interpreter,
  array: Container & { kind: 'array' },
  name: string,
  value: Value,
): void {
  const index = isIndex(name) ? Number(name) : -1;
  if (index >= 0 && index <= array.elements.length) array.elements[index] = value;
  else {
    absorb(array, value);
    disturbed(interpreter, [array], 'unsupported-syntax');
  }
}

/** Whether an accessor of the object or its class takes the value, or may take it; a getter alone refuses it. */
function callsSetter(interpreter: Interpreter, object: Container, name: string, value: Value, at: Location): boolean {
  if (hasAccessor(object, name)) {
    absorb(object, value);
    disturbed(interpreter, [object], 'accessor');
    return true;
  }
  if (object.kind !== 'object' || !object.instanceOf || object.properties.has(name)) return false;
  const method = findMethod(object.instanceOf, name, at);
  if (method === null) return false;
  if ('reason' in method) {
    // What packages declare is taken to have no setters for the fields of what extends it.
    if (!isTainted(object.instanceOf)) return false;
    absorb(object, value);
    interpreter.heap.taint([object], method.reason);
    return true;
  }
  if (method.accessor === null) return false;
  if (method.accessor === 'set') callFunction(interpreter, method.function, object, [value], at);
  else disturbed(interpreter, [object], 'accessor');
  return true;
}

/** Whether of a class, or one that it extends, the members are not known. */
function isTainted(from: ClassValue): boolean {
  for (let holder: Value | null = from; holder?.kind === 'class'; holder = holder.base)
    if (holder.taint !== null) return true;
  return false;
}

export function deleteMember(interpreter: Interpreter, object: Value, key: Value, at: Location): Value {
  const name = keyOf(key);
  const writable = object.kind === 'object' && object.taint === null && object.owner === interpreter.module;
  if (!writable || name === null) {
    disturbed(interpreter, [object], 'mutated');
    return primitive(true, at);
  }
  interpreter.heap.touch(object);
  object.properties.delete(name);
  return primitive(true, at);
}

/** Nothing is known from now on of these and what they hold. */
export function disturbed(
  interpreter: Interpreter,
  values: readonly Value[],
  reason: 'mutated' | 'condition' | 'not-literal' | 'unsupported-syntax' | 'accessor',
): void {
  interpreter.heap.taint(values, reason);
}

/** Something of which the contents are not known holds this, too. */
function absorb(container: Container, value: Value): void {
  if (container.kind === 'array') container.elements.push(value);
  else container.properties.set(`\0${container.properties.size}`, value);
}

/** The properties that a spread or `Object.keys` sees, in order; the reason when they are not known. */
export function ownEntries(value: Value): [string, Value][] | UnknownValue['reason'] {
  switch (value.kind) {
    case 'object':
      if (value.taint !== null) return value.taint;
      if (value.open !== null) return value.open;
      return orderedKeys(value.properties).map((key) => [key, value.properties.get(key) as Value]);
    case 'array':
      return value.taint ?? value.elements.map((element, index) => [String(index), element]);
    case 'null':
    case 'undefined':
    case 'boolean':
    case 'number':
    case 'bigint':
      return [];
    case 'string':
      return [...value.value].length > 1000
        ? 'budget'
        : value.value.split('').map((unit, index) => [String(index), primitive(unit, value.at)]);
    default:
      return reasonOf(value);
  }
}
