import type { Location } from '../../base/location.ts';
import type { Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import type { UnknownReason } from './reasons.ts';
import { unknown, type Value } from './values.ts';

/**
 * What code does that is not run, under the names that it has: everything that it may write to is no longer known, what it declares is not, and
 * what it assigns may be anything that it names.
 */
export function passOver(interpreter: Interpreter, frame: Frame, node: number, reason: UnknownReason): void {
  const { code } = frame;
  const { heap } = interpreter;
  const named: Value[] = [];
  const declared = new Set<number>();
  for (const inner of code.within(node)) {
    const op = code.op(inner);
    const binding =
      op === 'name' || op === 'enum' || op === 'class-declaration' || op === 'function-declaration'
        ? code.a(inner) - 1
        : -1;
    if (binding < 0 || code.binding(binding, 'SITE') > 0) continue;
    const value = frame.holding(binding)?.cells.get(binding);
    if (value) named.push(value);
    else declared.add(binding);
  }
  const at = code.at(node);
  heap.taint(handedOver(frame, node), reason);
  passOverCalls(interpreter, named, reason);
  for (const { binding, through } of code.writesIn(node))
    disturb(interpreter, frame, binding, through, named, reason, at);
  for (const binding of declared) heap.setCell(frame, binding, unknown(reason, at, named));
}

/** What code hands to functions of the project: they may write to it, or give it back to be written to. */
function handedOver(frame: Frame, node: number): Value[] {
  const { code } = frame;
  const held = (name: number): Value | undefined =>
    code.op(name) === 'name' ? frame.holding(code.a(name) - 1)?.cells.get(code.a(name) - 1) : undefined;
  const found: Value[] = [];
  for (const inner of code.within(node)) {
    if (code.op(inner) !== 'call') continue;
    const callee = code.a(inner);
    if (code.op(callee) !== 'function' && held(callee)?.kind !== 'function') continue;
    for (const argument of code.list(code.b(inner))) {
      let root = argument;
      while (code.op(root) === 'member' || code.op(root) === 'index') root = code.a(root);
      const value = held(root);
      if (value) found.push(value);
    }
  }
  return found;
}

/** The same for functions that somebody may call, and for all that they name, near and far; what is no function is left alone. */
export function passOverCalls(interpreter: Interpreter, called: readonly Value[], reason: UnknownReason): void {
  // A set that is gone through hears of what is added meanwhile: functions name one another in chains of any length.
  const reached = new Set(called);
  for (const one of reached) {
    if (one.kind !== 'function') continue;
    const { code, frame, node, at } = one;
    for (const { binding, through } of code.writesIn(node))
      disturb(interpreter, frame, binding, through, [], reason, at);
    for (const binding of code.namedIn(node)) {
      const value = frame.holding(binding)?.cells.get(binding);
      if (value?.kind === 'function') reached.add(value);
    }
  }
}

function disturb(
  { heap }: Interpreter,
  frame: Frame,
  binding: number,
  through: boolean,
  holds: readonly Value[],
  reason: UnknownReason,
  at: Location,
): void {
  const holding = frame.holding(binding);
  const value = holding?.cells.get(binding);
  if (!holding || !value) return;
  if (!through) {
    heap.setCell(holding, binding, unknown(reason, at, [value, ...holds]));
    return;
  }
  heap.taint([value], reason);
  // What was stored there can be written to through it from now on.
  if (value.kind === 'array') value.elements = [...value.elements, ...holds];
}
