import type { Location } from '../../base/location.ts';
import { BINDING_LATE_ASSIGNED, BINDING_LATE_WRITTEN } from '../value-records.ts';
import type { LateWrite } from './code.ts';
import type { Frame } from './frame.ts';
import { globalValue } from './globals.ts';
import type { Interpreter } from './interpreter.ts';
import { primitive, unknown, type Value } from './values.ts';

/** What a name stands for. */
export function readName(interpreter: Interpreter, frame: Frame, node: number): Value {
  const { code } = frame;
  const at = code.at(node);
  const binding = code.a(node) - 1;
  const member = interpreter.enumMembers.size > 0 ? interpreter.enumMembers.get(code.string(code.b(node))) : undefined;
  if (member) return member;
  if (binding < 0) return globalValue(interpreter, frame, code.string(code.b(node)), at);
  const holding = frame.holding(binding);
  if (holding) return holding.cells.get(binding) as Value;
  if (code.binding(binding, 'SITE') > 0) return interpreter.surroundings.imported(code, binding, interpreter, at);
  return unknown('uninitialised', at);
}

/**
 * Gives a variable its first value in a frame. One that is assigned to in code that can run at any time later is never known, and neither is what one
 * holds that such code writes to.
 */
export function declareVariable(interpreter: Interpreter, frame: Frame, binding: number, value: Value): void {
  const { heap } = interpreter;
  heap.setCell(frame, binding, value);
  forgetWritten(interpreter, value, lateWrites(interpreter, frame, binding));
  if (frame.code.binding(binding, 'FLAGS') & BINDING_LATE_ASSIGNED) heap.taintCell(frame, binding, 'mutated');
}

/** What code that runs later, or that of other modules, writes to of what a variable holds. */
function lateWrites({ surroundings }: Interpreter, frame: Frame, binding: number): readonly LateWrite[] {
  const { code } = frame;
  const own = code.binding(binding, 'FLAGS') & BINDING_LATE_WRITTEN ? code.lateWrites(binding) : [];
  // Only of a module's own variables is it known what they hold in the end; of others, what their members hold is kept track of.
  if (frame.parent !== null)
    return own.every(({ member, below }) => member !== null && below) ? own : [{ member: null, below: false }];
  return [...own, ...surroundings.writesElsewhere(code, binding)];
}

/** Once more for all variables of a module when it has run, because of what was put into the objects that they hold. */
export function forgetLate(interpreter: Interpreter, frame: Frame): void {
  for (const [binding, value] of frame.cells)
    forgetWritten(interpreter, value, lateWrites(interpreter, frame, binding));
}

/** What is written to at a time that nobody knows is not known: the parts of an object that are, or all of it. */
export function forgetWritten(interpreter: Interpreter, value: Value, writes: readonly LateWrite[]): void {
  const { heap } = interpreter;
  if (writes.length === 0) return;
  const onlyBelow = writes.every(({ below }) => below);
  const known = value.kind === 'object' && value.taint === null && value.open === null;
  const parts = known && (onlyBelow || value.owner === interpreter.module);
  if (!parts || writes.some(({ member }) => member === null || member === '__proto__')) {
    heap.taint([value], 'mutated');
    return;
  }
  heap.touch(value);
  for (const { member, below } of writes) {
    if (member === null) continue;
    const before = value.properties.get(member);
    if (before) heap.taint([before], 'mutated');
    // A method or accessor of its class may stand behind the name.
    else if (value.instanceOf !== null) heap.taint([value], 'mutated');
    if (below) {
      heap.noteLate(value, member);
      continue;
    }
    value.properties.set(member, unknown('mutated', before?.at ?? value.at, before ? [before] : []));
    if (!before) value.open ??= 'mutated';
  }
}

/** `name = value`. */
export function assignVariable(interpreter: Interpreter, frame: Frame, node: number, value: Value): void {
  const { code } = frame;
  const binding = code.a(node) - 1;
  if (binding < 0) {
    interpreter.writtenGlobals.add(code.string(code.b(node)));
    return;
  }
  const holding = frame.holding(binding);
  // Before its declaration has run this throws.
  if (!holding) return;
  if (holding.tainted.has(binding)) interpreter.heap.taint([value], 'mutated');
  else if (holding.owner !== interpreter.module) interpreter.heap.taintCell(holding, binding, 'mutated');
  else interpreter.heap.setCell(holding, binding, value);
  forgetWritten(interpreter, value, lateWrites(interpreter, holding, binding));
}

/** What `var` declares is there, and undefined, from the start. */
export function hoistVariables(interpreter: Interpreter, frame: Frame, vars: Uint32Array, at: Location): void {
  for (const binding of vars)
    if (!frame.cells.has(binding)) declareVariable(interpreter, frame, binding, primitive(undefined, at));
}
