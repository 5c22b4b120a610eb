import { DECLARATION_WORDS, type ValueOp } from '../value-records.ts';
import { truthOf } from './choices.ts';
import type { Code } from './code.ts';
import { type Completion, completion, type EarlyReturn, NORMAL } from './completion.ts';
import { conditionOf, evaluate } from './evaluate-expression.ts';
import { Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import { makeEnum } from './make-enum.ts';
import { makeFunction } from './make-function.ts';
import { passOver } from './pass-over.ts';
import { bindPattern } from './patterns.ts';
import { runForIn, runForOf, runLoop } from './run-loops.ts';
import { runSwitch } from './run-switch.ts';
import { type Condition, primitive, unknown } from './values.ts';
import { assignVariable, declareVariable } from './variables.ts';

/** Runs statements one after the other, functions among them first. */
export function runStatements(interpreter: Interpreter, frame: Frame, statements: Uint32Array): Completion {
  hoistFunctions(interpreter, frame, statements);
  return runInOrder(interpreter, statements.length, (index) =>
    runStatement(interpreter, frame, statements[index] as number),
  );
}

/** Functions have their values before anything runs. */
export function hoistFunctions(interpreter: Interpreter, frame: Frame, statements: Uint32Array): void {
  const { code } = frame;
  for (const statement of statements) {
    if (code.op(statement) !== 'function-declaration' || code.a(statement) === 0) continue;
    const made = makeFunction(interpreter, frame, code.b(statement));
    declareVariable(interpreter, frame, code.a(statement) - 1, made);
  }
}

/**
 * Runs parts one after the other. After one that may have returned, what follows is run as what may not happen: what it writes is one of two
 * things from then on.
 */
export function runInOrder(interpreter: Interpreter, count: number, run: (index: number) => Completion): Completion {
  const maybe: EarlyReturn[] = [];
  const opened: Condition[] = [];
  let last = NORMAL;
  for (let index = 0; index < count; index++) {
    last = run(index);
    maybe.push(...last.maybe);
    if (last.type !== 'normal') break;
    const [first] = last.maybe;
    if (!first || index === count - 1) continue;
    interpreter.heap.begin();
    opened.push(first.condition);
  }
  for (const condition of opened.reverse()) {
    const changes = interpreter.heap.undo();
    interpreter.heap.merge(condition, { cells: new Map(), containers: new Map() }, changes);
  }
  return maybe.length === 0 ? last : completion(last.type, last.value, maybe);
}

/** Runs one statement, as one step and one level. */
export function runStatement(interpreter: Interpreter, frame: Frame, statement: number): Completion {
  interpreter.step();
  return interpreter.nested(() => run(interpreter, frame, statement));
}

function run(interpreter: Interpreter, frame: Frame, statement: number): Completion {
  const { code } = frame;
  switch (code.op(statement)) {
    case 'declare':
      declare(interpreter, frame, statement);
      return NORMAL;
    case 'function-declaration':
      return NORMAL;
    case 'class-declaration': {
      const made = evaluate(interpreter, frame, code.b(statement));
      if (code.a(statement) > 0) declareVariable(interpreter, frame, code.a(statement) - 1, made);
      return NORMAL;
    }
    case 'enum':
      makeEnum(interpreter, frame, statement);
      return NORMAL;
    case 'return': {
      const value = code.a(statement);
      return completion(
        'return',
        value === 0 ? primitive(undefined, code.at(statement)) : evaluate(interpreter, frame, value),
      );
    }
    case 'throw':
      evaluate(interpreter, frame, code.a(statement));
      return completion('throw');
    case 'break':
    case 'continue':
      return completion(code.op(statement) === 'break' ? 'break' : 'continue');
    case 'block':
      return runStatements(interpreter, frame, code.list(code.a(statement)));
    case 'if': {
      const truth = truthOf(evaluate(interpreter, frame, code.a(statement)));
      const [then, other] = [code.b(statement), code.c(statement)];
      const side = (node: number) => (): Completion => (node === 0 ? NORMAL : runStatement(interpreter, frame, node));
      if (truth !== null) return side(truth ? then : other)();
      return runEither(interpreter, conditionOf(code, code.a(statement)), side(then), side(other));
    }
    case 'switch':
      return runSwitch(interpreter, frame, statement);
    case 'for-of':
      return runForOf(interpreter, frame, statement);
    case 'for-in':
      return runForIn(interpreter, frame, statement);
    case 'for':
    case 'while':
    case 'do-while':
      return runLoop(interpreter, frame, statement);
    case 'opaque':
      return passOverStatement(interpreter, frame, statement);
    case 'export-default':
    case 'export-assignment':
      interpreter.defaultExport = evaluate(interpreter, frame, code.a(statement));
      return NORMAL;
    default:
      evaluate(interpreter, frame, statement);
      return NORMAL;
  }
}

/** Both sides of a statement whose condition is not known. A side that throws is not taken, if the program goes on. */
export function runEither(
  interpreter: Interpreter,
  condition: Condition,
  then: () => Completion,
  other: () => Completion,
): Completion {
  const a = interpreter.branch(condition, true, then);
  const b = interpreter.branch(condition, false, other);
  const { heap } = interpreter;
  if (a.result.type === 'throw' && b.result.type === 'throw') return combine(condition, a.result, b.result);
  const taken = a.result.type === 'throw' ? b : b.result.type === 'throw' ? a : null;
  if (taken && a.result.maybe.length + b.result.maybe.length === 0) {
    heap.merge(condition, taken.changes, taken.changes);
    return taken.result;
  }
  heap.merge(condition, a.changes, b.changes);
  return combine(condition, a.result, b.result);
}

function combine(condition: Condition, a: Completion, b: Completion): Completion {
  const maybe = [...a.maybe, ...b.maybe];
  if (a.type === 'return' && a.value && b.type !== 'return') {
    const returned = [...maybe, { condition, holds: true, value: a.value }];
    return completion(b.type === 'throw' ? 'throw' : b.type, b.value, returned);
  }
  if (b.type === 'return' && b.value && a.type !== 'return') {
    const returned = [...maybe, { condition, holds: false, value: b.value }];
    return completion(a.type === 'throw' ? 'throw' : a.type, a.value, returned);
  }
  if (a.type === 'return' && b.type === 'return' && a.value && b.value)
    return completion('return', b.value, [...maybe, { condition, holds: true, value: a.value }]);
  if (a.type === b.type || b.type === 'throw') return completion(a.type, a.value, maybe);
  return completion(a.type === 'throw' ? b.type : 'lost', null, maybe);
}

/** A statement that is not run. Where it may return, or leave a loop around it, that is kept in mind. */
export function passOverStatement(interpreter: Interpreter, frame: Frame, statement: number): Completion {
  const { code } = frame;
  const reason = code.op(statement) === 'opaque' && code.b(statement) === 1 ? 'budget' : 'unsupported-syntax';
  passOver(interpreter, frame, statement, reason);
  const at = code.at(statement);
  const returns = code.within(statement, FUNCTIONS).find((inner) => code.op(inner) === 'return');
  const maybe: EarlyReturn[] = [];
  if (returns !== undefined)
    maybe.push({ condition: { text: '', at }, holds: true, value: unknown(reason, code.at(returns)) });
  return completion(mayLeave(code, statement) ? 'lost' : 'normal', null, maybe);
}

const FUNCTIONS: ReadonlySet<ValueOp> = new Set(['function', 'class']);
const LOOPS: ReadonlySet<ValueOp> = new Set([...FUNCTIONS, 'for-of', 'for-in', 'for', 'while', 'do-while']);
const BREAKABLE: ReadonlySet<ValueOp> = new Set([...LOOPS, 'switch']);

/** Whether a statement has a `break` or `continue` that means a loop around it. */
function mayLeave(code: Code, statement: number): boolean {
  if (LOOPS.has(code.op(statement))) return false;
  const breaks = code.op(statement) === 'switch' ? [] : code.within(statement, BREAKABLE);
  return (
    breaks.some((inner) => code.op(inner) === 'break') ||
    code.within(statement, LOOPS).some((inner) => code.op(inner) === 'continue')
  );
}

function declare(interpreter: Interpreter, frame: Frame, statement: number): void {
  const { code } = frame;
  const word = DECLARATION_WORDS[code.a(statement)];
  for (const declarator of code.list(code.b(statement))) {
    const [pattern, initialiser] = [code.a(declarator), code.b(declarator)];
    const isName = code.op(pattern) === 'name';
    if (word === 'var') {
      // It is there already; in a loop it keeps its value.
      if (initialiser === 0) continue;
      const value = evaluate(interpreter, frame, initialiser);
      if (isName) assignVariable(interpreter, frame, pattern, value);
      else bindPattern(interpreter, frame, pattern, value, 'assign');
      continue;
    }
    const value =
      initialiser === 0 ? primitive(undefined, code.at(declarator)) : evaluate(interpreter, frame, initialiser);
    bindPattern(interpreter, frame, pattern, value, 'declare');
  }
}

/** A frame for the variables of a block that runs more than once. */
export function blockFrame(interpreter: Interpreter, frame: Frame): Frame {
  return new Frame(frame.code, frame, interpreter.module);
}
