import { evaluate, evaluateKey } from './evaluate-expression.ts';
import { Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import { reasonOf } from './operators.ts';
import { isPrimitive, type ObjectValue, primitive, unknown, type Value } from './values.ts';
import { declareVariable } from './variables.ts';

/** Runs the declaration of an enum: names to values, and numbers back to names. A second declaration adds to the first. */
export function makeEnum(interpreter: Interpreter, frame: Frame, statement: number): void {
  const { code } = frame;
  const binding = code.a(statement) - 1;
  if (binding < 0) return;
  const existing = frame.holding(binding)?.cells.get(binding);
  const object: ObjectValue =
    existing?.kind === 'object' ? existing : interpreter.object(new Map(), code.at(statement));
  interpreter.heap.touch(object);
  const inner = new Frame(code, frame, interpreter.module);
  let last: Value | null = null;
  for (const member of code.list(code.b(statement))) {
    const at = code.at(member);
    const name = evaluateKey(interpreter, inner, code.a(member));
    const initialiser = code.b(member);
    const value: Value = initialiser === 0 ? following(last, at) : memberValue(interpreter, inner, object, initialiser);
    last = value;
    if (name === null) {
      object.open = 'not-literal';
      continue;
    }
    object.properties.set(name, value);
    if (value.kind === 'number') object.properties.set(String(value.value), primitive(name, at));
    // A number would add a name to the object that nobody knows.
    else if (value.kind !== 'string' && value.kind !== 'template') object.open ??= reasonOf(value);
  }
  if (existing !== object) declareVariable(interpreter, frame, binding, object);
}

function following(last: Value | null, at: Value['at']): Value {
  if (last === null) return primitive(0, at);
  return last.kind === 'number'
    ? primitive(last.value + 1, at)
    : unknown(isPrimitive(last) ? 'throws' : reasonOf(last), at);
}

/** In an initialiser the names of the enum's own members come before all others. */
function memberValue(interpreter: Interpreter, frame: Frame, object: ObjectValue, initialiser: number): Value {
  const { code } = frame;
  for (const node of code.within(initialiser)) {
    if (code.op(node) !== 'name') continue;
    const own = object.properties.get(code.string(code.b(node)));
    if (own) interpreter.enumMembers.set(code.string(code.b(node)), own);
  }
  const value = evaluate(interpreter, frame, initialiser);
  interpreter.enumMembers.clear();
  return { ...value, at: code.at(initialiser) };
}
