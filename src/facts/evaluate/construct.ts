import type { Location } from '../../base/location.ts';
import { callFunction, openFrame, runBody } from './call-function.ts';
import { evaluate } from './evaluate-expression.ts';
import { forgetOwnWrites } from './evaluate-literal.ts';
import { Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import { makeFunction } from './make-function.ts';
import { reasonOf } from './operators.ts';
import { type ClassValue, isPrimitive, type ObjectValue, primitive, unknown, type Value } from './values.ts';

/** `new Class(…)`. */
export function construct(interpreter: Interpreter, of: ClassValue, args: readonly Value[], at: Location): Value {
  if (of.taint !== null) return unknown(of.taint, at, args);
  const instance: ObjectValue = { ...interpreter.object(new Map(), at), instanceOf: of };
  const result = interpreter.nested(() => initialise(interpreter, instance, of, args, at));
  return result ?? instance;
}

/** Runs what a class does for a new instance; another value when its constructor returns one. */
function initialise(
  interpreter: Interpreter,
  instance: ObjectValue,
  of: ClassValue,
  args: readonly Value[],
  at: Location,
): Value | null {
  interpreter.step();
  const own = of.constructorFunction.value;
  let result: Value | null = null;
  if (own) {
    // Parameter properties are set before the fields, as TypeScript does; in a derived class `super()` sets the fields.
    const frame = openFrame(interpreter, own, instance, args, at);
    if (of.base === null) setFields(interpreter, instance, of);
    const returned = runBody(interpreter, frame, own, at);
    if (!isPrimitive(returned)) result = unknown('unsupported-syntax', at, [returned, instance]);
  } else {
    if (of.base !== null) result = initialiseBase(interpreter, instance, of, args, at);
    setFields(interpreter, instance, of);
  }
  const { code, node } = of;
  forgetOwnWrites(interpreter, instance, code.list(code.function(node, 'VARS')), (name) => code.string(name));
  return result;
}

/** What `super(…)` does in the constructor of a class. */
export function initialiseBase(
  interpreter: Interpreter,
  instance: ObjectValue,
  of: ClassValue,
  args: readonly Value[],
  at: Location,
): Value | null {
  const { base } = of;
  if (base?.kind === 'class' && base.taint === null)
    return interpreter.nested(() => initialise(interpreter, instance, base, args, at));
  const reason = base ? reasonOf(base) : 'throws';
  if (base?.kind === 'function') {
    callFunction(interpreter, base, instance, args, at);
    interpreter.heap.taint([instance], 'unsupported-syntax');
  }
  interpreter.heap.touch(instance);
  // Whatever the base sets cannot be seen; what this class sets can.
  instance.open ??= reason;
  return null;
}

/** Gives an instance the fields that its class declares, with their initial values. */
export function setFields(interpreter: Interpreter, instance: ObjectValue, of: ClassValue): void {
  const { code } = of;
  if (of.fields.length === 0) return;
  const running = makeFunction(interpreter, of.frame, of.node, of);
  const run = { running: { ...running, boundThis: null }, thisValue: instance, args: [] };
  const frame = new Frame(code, of.frame, interpreter.module, run);
  for (const { key, value } of of.fields) {
    interpreter.heap.touch(instance);
    const before = instance.properties.get(key);
    const given = value === 0 ? primitive(undefined, instance.at) : evaluate(interpreter, frame, value);
    // Whether a field without initialiser takes away what the base has set depends on how the class is compiled.
    const doubtful = value === 0 && (before !== undefined || instance.open !== null);
    instance.properties.set(key, doubtful ? unknown('unsupported-syntax', instance.at, before ? [before] : []) : given);
  }
}
