import type { Location } from '../../base/location.ts';
import { callFunction } from './call-function.ts';
import { callMethod } from './call-method.ts';
import { isNullish, leavesOf } from './choices.ts';
import { construct, initialiseBase, setFields } from './construct.ts';
import { evaluate, evaluateChain, throughOptional } from './evaluate-expression.ts';
import { evaluateItems } from './evaluate-literal.ts';
import type { Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import { knownFunction } from './known/known-functions.ts';
import { reasonOf } from './operators.ts';
import { passOverCalls } from './pass-over.ts';
import { findMethod, keyOf } from './read-members.ts';
import type { UnknownReason } from './reasons.ts';
import { isSymbolic, primitive, type SymbolicValue, unknown, type Value } from './values.ts';

/** The object of a member that is read or called. */
export interface CallTarget {
  readonly object: Value;
}

export interface Arguments {
  readonly values: readonly Value[];
  /** Why nobody knows how many there are; null when all are there. */
  readonly open: UnknownReason | null;
}

/** The object in front of the last member of a chain; null when `?.` cut it off. */
export function targetOf(interpreter: Interpreter, frame: Frame, node: number): CallTarget | null {
  const { code } = frame;
  const object = code.a(node);
  if (code.op(object) === 'super') return { object: superOf(frame, code.at(node)) };
  const value = interpreter.nested(() => evaluateChain(interpreter, frame, object));
  return value === null && code.op(object) === 'chain'
    ? null
    : { object: value ?? primitive(undefined, code.at(object)) };
}

/** A call; null when `?.` has cut off what is called. */
export function evaluateCall(interpreter: Interpreter, frame: Frame, node: number): Value | null {
  const { code } = frame;
  const at = code.at(node);
  let callee = code.a(node);
  if (code.op(callee) === 'super') return callSuper(interpreter, frame, node);
  const chained = code.op(callee) === 'chain';
  if (chained) callee = code.a(callee);
  const op = code.op(callee);
  if (op !== 'member' && op !== 'index') {
    const called = chained ? evaluateChain(interpreter, frame, callee) : evaluate(interpreter, frame, callee);
    if (called === null) return null;
    return throughOptional(interpreter, code, node, { object: called }, () =>
      callValue(interpreter, called, null, argumentsOf(interpreter, frame, node), at),
    );
  }
  const target = targetOf(interpreter, frame, callee);
  if (target === null) return null;
  return throughOptional(interpreter, code, callee, target, () => {
    const isSuper = code.op(code.a(callee)) === 'super';
    const key =
      op === 'member' ? primitive(code.string(code.b(callee)), at) : evaluate(interpreter, frame, code.b(callee));
    const args = argumentsOf(interpreter, frame, node);
    const name = keyOf(key);
    if (name === null) return callUnknown(interpreter, unknown(reasonOf(key), at, [target.object]), args, at);
    if (isSuper) return callSuperMethod(interpreter, frame, name, args, at);
    if (code.c(node) === 1 && isNullish(target.object) !== false)
      return callUnknown(interpreter, unknown(reasonOf(target.object), at, [target.object]), args, at);
    return callMethod(interpreter, target.object, name, args, at, code.c(node) === 1);
  });
}

function argumentsOf(interpreter: Interpreter, frame: Frame, node: number): Arguments {
  return evaluateItems(interpreter, frame, frame.code.list(frame.code.b(node)));
}

/** Calls what a value is. */
export function callValue(
  interpreter: Interpreter,
  called: Value,
  thisValue: Value | null,
  args: Arguments,
  at: Location,
): Value {
  interpreter.step();
  switch (called.kind) {
    case 'function':
      if (args.open !== null) return callUnknown(interpreter, called, args, at);
      return callFunction(
        interpreter,
        called,
        called.boundThis ?? thisValue ?? primitive(undefined, at),
        args.values,
        at,
      );
    case 'choice':
      return interpreter.either(
        called.condition,
        () => callValue(interpreter, called.ifTrue, thisValue, args, at),
        () => callValue(interpreter, called.ifFalse, thisValue, args, at),
        at,
      );
    case 'external':
    case 'member':
    case 'call':
      return knownFunction(interpreter, called, args, at) ?? callExternal(interpreter, called, args, at);
    default:
      return callUnknown(interpreter, called, args, at);
  }
}

/**
 * A call of something of another package: it stays a call. Functions that are handed over may be called at any time; objects are taken not to be
 * written to, as nearly all packages do with what they are configured with.
 */
export function callExternal(
  interpreter: Interpreter,
  callee: SymbolicValue,
  { values }: Arguments,
  at: Location,
  isNew = false,
): Value {
  passOverCalls(interpreter, values.flatMap(leavesOf), 'mutated');
  const call = { kind: 'call', callee, args: values, isNew, at } as const;
  return interpreter.recordCall(call);
}

/** A function that is unknown for one of these is none whose text is in the project, or could be found there: like one of a package. */
const NOT_OURS: ReadonlySet<UnknownReason> = new Set([
  ...(['unresolved-import', 'not-exported', 'not-parsed', 'external-call', 'environment'] as const),
]);

/** A call of something that nobody knows: it may do anything with what it gets. */
export function callUnknown(interpreter: Interpreter, called: Value, { values }: Arguments, at: Location): Value {
  const involved = [called, ...values];
  passOverCalls(interpreter, involved.flatMap(leavesOf), 'mutated');
  const reason = called.kind === 'unknown' ? called.reason : 'unsupported-syntax';
  if (!NOT_OURS.has(reason)) {
    const held = called.kind === 'unknown' ? called.holds : [];
    passOverCalls(interpreter, held, 'mutated');
    interpreter.heap.taint([...values, ...held], 'mutated');
  }
  return unknown(reason, at, involved);
}

/** `new callee(…)`. */
export function evaluateNew(interpreter: Interpreter, frame: Frame, node: number): Value {
  const { code } = frame;
  const at = code.at(node);
  const called = evaluate(interpreter, frame, code.a(node));
  return constructValue(interpreter, called, argumentsOf(interpreter, frame, node), at);
}

function constructValue(interpreter: Interpreter, called: Value, args: Arguments, at: Location): Value {
  if (called.kind === 'class' && args.open === null) return construct(interpreter, called, args.values, at);
  if (isSymbolic(called)) return callExternal(interpreter, called, args, at, true);
  if (called.kind === 'choice') {
    const { condition, ifTrue, ifFalse } = called;
    const make = (value: Value) => () => constructValue(interpreter, value, args, at);
    return interpreter.either(condition, make(ifTrue), make(ifFalse), at);
  }
  return callUnknown(interpreter, called, args, at);
}

/** What the class of the running method extends. */
function superOf(frame: Frame, at: Location): Value {
  const base = frame.thisFrame.running?.home?.base;
  return unknown(base ? reasonOf(base) : 'unsupported-syntax', at, base ? [base] : []);
}

function callSuper(interpreter: Interpreter, frame: Frame, node: number): Value {
  const at = frame.code.at(node);
  const { thisFrame } = frame;
  const home = thisFrame.running?.home;
  const instance = thisFrame.thisValue;
  const args = argumentsOf(interpreter, frame, node);
  if (!home || instance?.kind !== 'object' || args.open !== null)
    return callUnknown(interpreter, instance ?? unknown('unsupported-syntax', at), args, at);
  const other = initialiseBase(interpreter, instance, home, args.values, at);
  if (other) interpreter.heap.taint([instance], 'unsupported-syntax');
  setFields(interpreter, instance, home);
  return primitive(undefined, at);
}

function callSuperMethod(interpreter: Interpreter, frame: Frame, name: string, args: Arguments, at: Location): Value {
  const { thisFrame } = frame;
  const base = thisFrame.running?.home?.base;
  const { thisValue } = thisFrame;
  if (base?.kind !== 'class' || !thisValue) return callUnknown(interpreter, superOf(frame, at), args, at);
  const isStatic = thisValue.kind === 'class';
  const method = isStatic ? (base.staticMethods.get(name) ?? null) : findMethod(base, name, at);
  if (method === null || 'reason' in method || method.accessor !== null)
    return callUnknown(interpreter, unknown('unsupported-syntax', at, [thisValue]), args, at);
  return callValue(interpreter, method.function, thisValue, args, at);
}
