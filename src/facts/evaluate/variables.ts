import type { Location } from '../../base/location.ts';
import { BINDING_LATE_ASSIGNED, BINDING_LATE_WRITTEN } from '../value-records.ts';
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
  if (isWrittenThrough(interpreter, frame, binding)) heap.taint([value], 'mutated');
  if (frame.code.binding(binding, 'FLAGS') & BINDING_LATE_ASSIGNED) heap.taintCell(frame, binding, 'mutated');
}

/** Whether code that runs later, or that of other modules, writes to what a variable holds. */
function isWrittenThrough({ surroundings }: Interpreter, frame: Frame, binding: number): boolean {
  if (frame.code.binding(binding, 'FLAGS') & BINDING_LATE_WRITTEN) return true;
  return frame.parent === null && surroundings.isWrittenElsewhere(frame.code, binding);
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
  if (isWrittenThrough(interpreter, holding, binding)) interpreter.heap.taint([value], 'mutated');
}

/** What `var` declares is there, and undefined, from the start. */
export function hoistVariables(interpreter: Interpreter, frame: Frame, vars: Uint32Array, at: Location): void {
  for (const binding of vars)
    if (!frame.cells.has(binding)) declareVariable(interpreter, frame, binding, primitive(undefined, at));
}
