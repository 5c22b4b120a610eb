import { BINARY_OPERATORS, LOGICAL_OPERATORS, OPAQUE_REASONS, UNARY_OPERATORS } from '../value-records.ts';
import { filterLeaves, isNullish, truthOf } from './choices.ts';
import type { Code } from './code.ts';
import { evaluateAssignment, evaluateUpdate } from './evaluate-assignment.ts';
import { type CallTarget, callExternal, callUnknown, evaluateCall, evaluateNew, targetOf } from './evaluate-call.ts';
import { evaluateArray, evaluateObject } from './evaluate-literal.ts';
import type { Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import { makeClass } from './make-class.ts';
import { makeFunction } from './make-function.ts';
import { applyBinary, applyUnary, type BinaryOperator, joinParts } from './operators.ts';
import { passOver } from './pass-over.ts';
import { keyOf, readKey, readMember } from './read-members.ts';
import { type Condition, isSymbolic, primitive, unknown, type Value } from './values.ts';
import { readName } from './variables.ts';
import { deleteMember } from './write-members.ts';

/** The value of an expression. What it does besides is done. */
export function evaluate(interpreter: Interpreter, frame: Frame, node: number): Value {
  interpreter.step();
  const value = interpreter.nested(() => evaluateNode(interpreter, frame, node));
  const { watch } = interpreter;
  if (watch?.node === node && watch.code === frame.code) watch.seen.push(value);
  return value;
}

function evaluateNode(interpreter: Interpreter, frame: Frame, node: number): Value {
  const { code } = frame;
  const inner = (operand: number): Value => evaluate(interpreter, frame, operand);
  switch (code.op(node)) {
    case 'string':
      return primitive(code.string(code.a(node)), code.at(node));
    case 'number':
      return primitive(Number(code.string(code.a(node))), code.at(node));
    case 'bigint':
      return bigint(code, node);
    case 'regexp':
      return { kind: 'regexp', source: code.string(code.a(node)), flags: code.string(code.b(node)), at: code.at(node) };
    case 'true':
    case 'false':
      return primitive(code.op(node) === 'true', code.at(node));
    case 'null':
      return primitive(null, code.at(node));
    case 'name':
      return readName(interpreter, frame, node);
    case 'this':
      return frame.thisFrame.thisValue ?? unknown('unsupported-syntax', code.at(node));
    case 'template': {
      const texts = code.list(code.a(node));
      const parts: (string | Value)[] = [];
      code.list(code.b(node)).forEach((hole, index) => {
        parts.push(code.string(texts[index] as number), inner(hole));
      });
      return joinParts([...parts, code.string(texts.at(-1) as number)], code.at(node));
    }
    case 'array':
      return evaluateArray(interpreter, frame, node);
    case 'object':
      return evaluateObject(interpreter, frame, node);
    case 'function':
      return makeFunction(interpreter, frame, node);
    case 'class':
      return makeClass(interpreter, frame, node);
    case 'member':
    case 'index':
    case 'chain':
    case 'call':
      return evaluateChain(interpreter, frame, node) ?? primitive(undefined, code.at(node));
    case 'new':
      return evaluateNew(interpreter, frame, node);
    case 'require':
      return interpreter.surroundings.required(code, code.b(node) - 1, interpreter, code.at(node));
    case 'unary':
      return evaluateUnary(interpreter, frame, node);
    case 'binary': {
      const left = inner(code.b(node));
      return applyBinary(BINARY_OPERATORS[code.a(node)] as BinaryOperator, left, inner(code.c(node)), code.at(node));
    }
    case 'logical':
      return combine(interpreter, frame, node, LOGICAL_OPERATORS[code.a(node)], inner(code.b(node)), () =>
        inner(code.c(node)),
      );
    case 'test':
      return inner(code.a(node));
    case 'conditional': {
      const truth = truthOf(inner(code.a(node)));
      const [then, other] = [code.b(node), code.c(node)];
      if (truth !== null) return inner(truth ? then : other);
      return interpreter.either(
        conditionOf(code, code.a(node)),
        () => inner(then),
        () => inner(other),
        code.at(node),
      );
    }
    case 'sequence': {
      let last: Value = primitive(undefined, code.at(node));
      for (const item of code.list(code.a(node))) last = inner(item);
      return last;
    }
    case 'assign':
      return evaluateAssignment(interpreter, frame, node);
    case 'update':
      return evaluateUpdate(interpreter, frame, node);
    case 'await':
      // Whatever waits meanwhile has its turn, but it is late code.
      return unknown('asynchronous', code.at(node), [inner(code.a(node))]);
    case 'meta':
      return unknown('environment', code.at(node));
    case 'tagged': {
      const tag = inner(code.a(node));
      if (isSymbolic(tag))
        return callExternal(interpreter, tag, { values: [inner(code.b(node))], open: null }, code.at(node));
      return callUnknown(interpreter, tag, { values: [inner(code.b(node))], open: null }, code.at(node));
    }
    default: {
      const reason =
        code.op(node) === 'opaque' ? (OPAQUE_REASONS[code.b(node)] ?? 'unsupported-syntax') : 'unsupported-syntax';
      passOver(interpreter, frame, node, reason);
      return unknown(reason, code.at(node));
    }
  }
}

/** The text and the place of a test. */
export function conditionOf(code: Code, test: number): Condition {
  return { text: code.op(test) === 'test' ? code.string(code.b(test)) : '', at: code.at(test) };
}

/** A member, call or what `?.` ends; null when `?.` has cut it off. */
export function evaluateChain(interpreter: Interpreter, frame: Frame, node: number): Value | null {
  const { code } = frame;
  switch (code.op(node)) {
    case 'chain':
      interpreter.step();
      return interpreter.nested(() => evaluateChain(interpreter, frame, code.a(node)));
    case 'member':
    case 'index': {
      const target = targetOf(interpreter, frame, node);
      if (target === null) return null;
      return throughOptional(interpreter, code, node, target, () => readTarget(interpreter, frame, node, target));
    }
    case 'call':
      return evaluateCall(interpreter, frame, node);
    default:
      return evaluate(interpreter, frame, node);
  }
}

/** After `?.`, what is null or undefined ends the chain; null then. */
export function throughOptional(
  interpreter: Interpreter,
  code: Code,
  node: number,
  target: Pick<CallTarget, 'object'>,
  rest: () => Value,
): Value | null {
  if (code.c(node) === 0) return rest();
  const nullish = isNullish(target.object);
  if (nullish === true) return null;
  if (nullish === false) return rest();
  const at = code.at(node);
  const condition = { text: 'is not null', at };
  return interpreter.either(condition, rest, () => primitive(undefined, at), at);
}

function readTarget(interpreter: Interpreter, frame: Frame, node: number, { object }: CallTarget): Value {
  const { code } = frame;
  const at = code.at(node);
  if (code.op(node) === 'member') return readMember(interpreter, object, code.string(code.b(node)), at);
  return readKey(interpreter, object, evaluate(interpreter, frame, code.b(node)), at);
}

function bigint(code: Code, node: number): Value {
  const digits = code.string(code.a(node));
  return digits.length > 300 ? unknown('budget', code.at(node)) : primitive(BigInt(digits), code.at(node));
}

function evaluateUnary(interpreter: Interpreter, frame: Frame, node: number): Value {
  const { code } = frame;
  const operator = UNARY_OPERATORS[code.a(node)] ?? 'void';
  const operand = code.b(node);
  const at = code.at(node);
  if (operator !== 'delete') return applyUnary(operator, evaluate(interpreter, frame, operand), at);
  if (code.op(operand) !== 'member' && code.op(operand) !== 'index') {
    passOver(interpreter, frame, operand, 'unsupported-syntax');
    return unknown('unsupported-syntax', at);
  }
  const object = evaluate(interpreter, frame, code.a(operand));
  const key =
    code.op(operand) === 'member'
      ? primitive(code.string(code.b(operand)), at)
      : evaluate(interpreter, frame, code.b(operand));
  return deleteMember(interpreter, object, key, at);
}

/** `left && right` and the like, where the right side is only evaluated when it counts. */
export function combine(
  interpreter: Interpreter,
  frame: Frame,
  node: number,
  operator: (typeof LOGICAL_OPERATORS)[number] | undefined,
  left: Value,
  right: () => Value,
): Value {
  const { code } = frame;
  const decides = (value: Value): boolean | null => {
    if (operator === '??') return isNullish(value);
    const truth = truthOf(value);
    return truth === null ? null : truth === (operator === '&&');
  };
  const goesOn = decides(left);
  if (goesOn !== null) return goesOn ? right() : left;
  const at = code.at(node);
  const test = code.op(node) === 'logical' ? code.b(node) : node;
  const kept = filterLeaves(left, (leaf) => decides(leaf) !== true) ?? left;
  const condition = conditionOf(code, test);
  return operator === '&&'
    ? interpreter.either(condition, right, () => kept, at)
    : interpreter.either(condition, () => kept, right, at);
}

/** The key of a property, evaluated; null when it is not known. */
export function evaluateKey(interpreter: Interpreter, frame: Frame, node: number): string | null {
  return keyOf(evaluate(interpreter, frame, node));
}
