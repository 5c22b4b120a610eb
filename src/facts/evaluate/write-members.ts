import type { Location } from '../../base/location.ts';
import { callFunction } from './call-function.ts';
import { leavesOf } from './choices.ts';
import type { Interpreter } from './interpreter.ts';
import { isIndex } from './object-keys.ts';
import { findMethod, keyOf } from './read-members.ts';
import { type ClassValue, type Container, isContainer, primitive, type Value } from './values.ts';

/** `object[key] = value`. */
export function writeKey(interpreter: Interpreter, object: Value, key: Value, value: Value, at: Location): void {
  const name = keyOf(key);
  const leaves = leavesOf(object);
  // One of several is written to: of none it is known whether it is that one.
  if (name === null || leaves.length > 1) {
    const containers = leaves.filter(isContainer);
    interpreter.heap.taint(leaves, leaves.length > 1 ? 'condition' : 'not-literal');
    for (const container of containers) absorb(container, value);
    return;
  }
  writeMember(interpreter, object, name, value, at);
}

/** `object.name = value`: what else the write may reach is no longer known. */
export function writeMember(interpreter: Interpreter, object: Value, name: string, value: Value, at: Location): void {
  interpreter.step();
  const { heap } = interpreter;
  if (!isContainer(object)) {
    if (object.kind === 'choice') writeKey(interpreter, object, primitive(name, at), value, at);
    else heap.taint([object], 'mutated');
    return;
  }
  if (object.owner !== interpreter.module) heap.taint([object], 'mutated');
  heap.touch(object);
  if (object.taint !== null) {
    absorb(object, value);
    if (object.taint === 'mutated') heap.taint([value], 'mutated');
    return;
  }
  if (heap.isLate(object, name)) heap.taint([value], 'mutated');
  if (object.kind === 'array') writeElement(interpreter, object, name, value);
  else if (name === '__proto__') heap.taint([object], 'unsupported-syntax');
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
    interpreter.heap.taint([array], 'unsupported-syntax');
  }
}

/** Whether an accessor of the object or its class takes the value, or may take it; a getter alone refuses it. */
function callsSetter(interpreter: Interpreter, object: Container, name: string, value: Value, at: Location): boolean {
  if (hasAccessor(object, name)) {
    absorb(object, value);
    interpreter.heap.taint([object], 'accessor');
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
  else interpreter.heap.taint([object], 'accessor');
  return true;
}

/** Whether of a class, or one that it extends, the members are not known. */
function isTainted(from: ClassValue): boolean {
  for (let holder: Value | null = from; holder?.kind === 'class'; holder = holder.base)
    if (holder.taint !== null) return true;
  return false;
}

/** `delete object[key]`; what it gives. */
export function deleteMember(interpreter: Interpreter, object: Value, key: Value, at: Location): Value {
  const name = keyOf(key);
  const writable = object.kind === 'object' && object.taint === null && object.owner === interpreter.module;
  if (!writable || name === null) {
    interpreter.heap.taint([object], 'mutated');
    return primitive(true, at);
  }
  interpreter.heap.touch(object);
  object.properties.delete(name);
  return primitive(true, at);
}

/** Something of which the contents are not known holds this, too. */
function absorb(container: Container, value: Value): void {
  if (container.kind === 'array') container.elements.push(value);
  else container.properties.set(`\0${container.properties.size}`, value);
}
