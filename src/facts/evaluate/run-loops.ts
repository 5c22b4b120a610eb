import type { ValueOp } from '../value-records.ts';
import { truthOf } from './choices.ts';
import { type Completion, completion, NORMAL } from './completion.ts';
import { evaluate } from './evaluate-expression.ts';
import type { Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import { iterated } from './known/array-iterators.ts';
import { ownEntries } from './own-entries.ts';
import { bindPattern } from './patterns.ts';
import { blockFrame, passOverStatement, runStatement } from './run-statements.ts';
import { primitive, type Value } from './values.ts';

/** A turn of a loop that cannot be followed: whether it goes on from there is not known. */
const UNCLEAR = Symbol('unclear');

type Turn = Completion | typeof UNCLEAR;

/** Runs a loop, or, when it turns out that nobody knows how often it runs, takes back what was run and passes over it. */
function runTurns(interpreter: Interpreter, frame: Frame, statement: number, turns: () => Iterable<Turn>): Completion {
  const { heap } = interpreter;
  const calls = interpreter.calls.length;
  heap.begin();
  for (const turn of turns()) {
    if (turn === UNCLEAR || turn.type === 'lost' || turn.maybe.length > 0) {
      heap.undo();
      interpreter.calls.length = calls;
      return passOverStatement(interpreter, frame, statement);
    }
    if (turn.type === 'break') break;
    if (turn.type === 'return' || turn.type === 'throw') {
      heap.commit();
      return turn;
    }
  }
  heap.commit();
  return NORMAL;
}

/** Over an array, an iterator of one, or a string; anything else is passed over. */
export function runForOf(interpreter: Interpreter, frame: Frame, statement: number): Completion {
  const { code } = frame;
  const value = evaluate(interpreter, frame, code.b(statement));
  return runTurns(interpreter, frame, statement, function* (): Iterable<Turn> {
    if (value.kind === 'string') {
      for (const unit of value.value) yield turn(primitive(unit, value.at));
      return;
    }
    const list = iterated(interpreter, value, code.at(code.b(statement)));
    if (!list) return yield UNCLEAR;
    const { array, give } = list;
    // What a turn adds is visited, too.
    for (let index = 0; index < array.elements.length; index++) {
      if (array.taint !== null) break;
      yield turn(give(array.elements[index] as Value, index));
    }
    if (array.taint !== null) yield UNCLEAR;
  });

  function turn(value: Value): Completion {
    return runTurn(interpreter, frame, statement, value);
  }
}

/** Over the keys of what inherits none. */
export function runForIn(interpreter: Interpreter, frame: Frame, statement: number): Completion {
  const { code } = frame;
  const object = evaluate(interpreter, frame, code.b(statement));
  const inherits = object.kind === 'object' && object.instanceOf !== null;
  const entries = inherits ? 'unsupported-syntax' : ownEntries(object);
  return runTurns(interpreter, frame, statement, function* (): Iterable<Turn> {
    if (typeof entries === 'string') return yield UNCLEAR;
    for (const [key] of entries) {
      // One that was deleted meanwhile is not visited.
      if (object.kind === 'object' && !object.properties.has(key)) continue;
      yield runTurn(interpreter, frame, statement, primitive(key, code.at(statement)));
    }
  });
}

/** One turn of a loop over values: its variables are its own. */
function runTurn(interpreter: Interpreter, frame: Frame, statement: number, value: Value): Completion {
  const { code } = frame;
  interpreter.step();
  const inner = blockFrame(interpreter, frame);
  const left = code.a(statement);
  if (code.op(left) !== 'declare') bindPattern(interpreter, inner, left, value, 'assign');
  else {
    const isVar = code.a(left) === 0;
    for (const declarator of code.list(code.b(left)))
      bindPattern(interpreter, inner, code.a(declarator), value, isVar ? 'assign' : 'declare');
  }
  return runBody(interpreter, inner, code.c(statement));
}

/** `for (;;)`, `while`, `do while`. */
export function runLoop(interpreter: Interpreter, frame: Frame, statement: number): Completion {
  const { code } = frame;
  const op: ValueOp = code.op(statement);
  const body = code.b(statement);
  const [start = 0, test = 0, update = 0] = op === 'for' ? code.list(code.a(statement)) : [0, code.a(statement), 0];
  return runTurns(interpreter, frame, statement, function* (): Iterable<Turn> {
    let variables = blockFrame(interpreter, frame);
    if (start > 0) runStatement(interpreter, variables, start);
    for (let first = true; ; first = false) {
      interpreter.step();
      if (test > 0 && !(first && op === 'do-while')) {
        const truth = truthOf(evaluate(interpreter, variables, test));
        if (truth === null) return yield UNCLEAR;
        if (!truth) return;
      }
      yield runBody(interpreter, blockFrame(interpreter, variables), body);
      // Each turn has variables of its own, which begin as those of the turn before ended.
      const next = blockFrame(interpreter, frame);
      for (const [binding, value] of variables.cells) next.cells.set(binding, value);
      variables = next;
      if (update > 0) evaluate(interpreter, variables, update);
    }
  });
}

function runBody(interpreter: Interpreter, frame: Frame, body: number): Completion {
  const ended = body === 0 ? NORMAL : runStatement(interpreter, frame, body);
  return ended.type === 'continue' ? completion('normal', null, ended.maybe) : ended;
}
