import type { Location } from '../../base/location.ts';
import { FUNCTION_ARROW, FUNCTION_ASYNC, FUNCTION_EXPRESSION_BODY, FUNCTION_GENERATOR } from '../value-records.ts';
import { choose } from './choices.ts';
import type { Completion } from './completion.ts';
import { evaluate } from './evaluate-expression.ts';
import { Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import { passOver, passOverCalls } from './pass-over.ts';
import { bindPattern } from './patterns.ts';
import { runStatements } from './run-statements.ts';
import { type FunctionValue, primitive, unknown, type Value } from './values.ts';
import { hoistVariables } from './variables.ts';

/** Runs a function. @param at the call */
export function callFunction(
  interpreter: Interpreter,
  called: FunctionValue,
  thisValue: Value | null,
  args: readonly Value[],
  at: Location,
): Value {
  const { code, node } = called;
  const flags = code.function(node, 'FLAGS');
  if (flags & (FUNCTION_ASYNC | FUNCTION_GENERATOR)) {
    passOverCalls(interpreter, [called], 'asynchronous');
    interpreter.heap.taint(args, 'asynchronous');
    return unknown('asynchronous', at, args);
  }
  return interpreter.nested(() => {
    const frame = openFrame(interpreter, called, thisValue, args, at);
    return runBody(interpreter, frame, called, at);
  });
}

/** The frame in which a function's body runs, with its parameters. */
export function openFrame(
  interpreter: Interpreter,
  called: FunctionValue,
  thisValue: Value | null,
  args: readonly Value[],
  at: Location,
): Frame {
  const { code, node } = called;
  const frame = new Frame(code, called.frame, interpreter.module, { running: called, thisValue, args });
  const self = code.function(node, 'SELF');
  if (self > 0) frame.cells.set(self - 1, called);
  code.list(code.a(node)).forEach((parameter, index) => {
    const isRest = code.op(parameter) === 'rest';
    const value = isRest ? interpreter.array(args.slice(index), at) : (args[index] ?? primitive(undefined, at));
    bindPattern(interpreter, frame, isRest ? code.a(parameter) : parameter, value, 'declare');
  });
  hoistVariables(interpreter, frame, code.list(code.function(node, 'VARS')), at);
  return frame;
}

/** Runs a function's body in a frame that has its parameters. */
export function runBody(interpreter: Interpreter, frame: Frame, called: FunctionValue, at: Location): Value {
  const { code, node } = called;
  const body = code.list(code.b(node));
  if (code.function(node, 'FLAGS') & FUNCTION_EXPRESSION_BODY) return evaluate(interpreter, frame, body[0] as number);
  const ended = runStatements(interpreter, frame, body);
  // What comes after it in the body has not been run, and may be.
  if (ended.type === 'lost') passOver(interpreter, frame, node, 'unsupported-syntax');
  return returned(ended, at);
}

/** What a body that ends so returns. */
function returned({ type, value, maybe }: Completion, at: Location): Value {
  const last =
    type === 'return' && value
      ? value
      : type === 'throw' || type === 'lost'
        ? unknown(type === 'throw' ? 'throws' : 'unsupported-syntax', at)
        : primitive(undefined, at);
  // After a certain throw only what was returned before can have been returned.
  let result: Value | null = type === 'throw' && maybe.length > 0 ? null : last;
  for (const { condition, holds, value: early } of [...maybe].reverse()) {
    if (result === null) result = early;
    else result = holds ? choose(condition, early, result, at) : choose(condition, result, early, at);
  }
  return result ?? last;
}

export function isArrow(called: FunctionValue): boolean {
  return (called.code.function(called.node, 'FLAGS') & FUNCTION_ARROW) !== 0;
}
