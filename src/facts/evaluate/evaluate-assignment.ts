import { ASSIGN_OPERATORS, LOGICAL_OPERATORS } from '../value-records.ts';
import { combine, evaluate } from './evaluate-expression.ts';
import type { Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import { applyBinary, applyUnary, type BinaryOperator } from './operators.ts';
import { passOver } from './pass-over.ts';
import { bindPattern } from './patterns.ts';
import { readKey } from './read-members.ts';
import { primitive, type Value } from './values.ts';
import { assignVariable } from './variables.ts';
import { writeKey } from './write-members.ts';

/** The object and the key of a member that is assigned to; the key of a plain name is null. */
interface Place {
  readonly object: Value | null;
  readonly key: Value | null;
}

function placeOf(interpreter: Interpreter, frame: Frame, target: number): Place {
  const { code } = frame;
  switch (code.op(target)) {
    case 'member':
      return {
        object: evaluate(interpreter, frame, code.a(target)),
        key: primitive(code.string(code.b(target)), code.at(target)),
      };
    case 'index': {
      const object = evaluate(interpreter, frame, code.a(target));
      return { object, key: evaluate(interpreter, frame, code.b(target)) };
    }
    default:
      return { object: null, key: null };
  }
}

function readPlace(interpreter: Interpreter, frame: Frame, target: number, { object, key }: Place): Value {
  return object && key
    ? readKey(interpreter, object, key, frame.code.at(target))
    : evaluate(interpreter, frame, target);
}

function writePlace(
  interpreter: Interpreter,
  frame: Frame,
  target: number,
  { object, key }: Place,
  value: Value,
): void {
  const { code } = frame;
  if (object && key) writeKey(interpreter, object, key, value, code.at(target));
  else if (code.op(target) === 'name') assignVariable(interpreter, frame, target, value);
  else passOver(interpreter, frame, target, 'unsupported-syntax');
}

/** `target = value`, and the operators that read the target first. */
export function evaluateAssignment(interpreter: Interpreter, frame: Frame, node: number): Value {
  const { code } = frame;
  const operator = ASSIGN_OPERATORS[code.a(node)] ?? '=';
  const [target, expression] = [code.b(node), code.c(node)];
  const op = code.op(target);
  if (op === 'array-pattern' || op === 'object-pattern') {
    const value = evaluate(interpreter, frame, expression);
    bindPattern(interpreter, frame, target, value, 'assign');
    return value;
  }
  const place = placeOf(interpreter, frame, target);
  if (operator === '=') {
    const value = evaluate(interpreter, frame, expression);
    writePlace(interpreter, frame, target, place, value);
    return value;
  }
  const before = readPlace(interpreter, frame, target, place);
  const right = (): Value => evaluate(interpreter, frame, expression);
  const logical = LOGICAL_OPERATORS.find((candidate) => `${candidate}=` === operator);
  const value = logical
    ? combine(interpreter, frame, target, logical, before, right)
    : applyBinary(operator.slice(0, -1) as BinaryOperator, before, right(), code.at(node));
  writePlace(interpreter, frame, target, place, value);
  return value;
}

/** `target++` and the like. */
export function evaluateUpdate(interpreter: Interpreter, frame: Frame, node: number): Value {
  const { code } = frame;
  const target = code.b(node);
  const at = code.at(node);
  const place = placeOf(interpreter, frame, target);
  const before = readPlace(interpreter, frame, target, place);
  const number = before.kind === 'bigint' ? before : applyUnary('+', before, at);
  const one = primitive(before.kind === 'bigint' ? 1n : 1, at);
  const after = applyBinary(code.a(node) & 1 ? '-' : '+', number, one, at);
  writePlace(interpreter, frame, target, place, after);
  return code.a(node) & 2 ? after : number;
}
