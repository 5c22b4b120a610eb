import type { Location } from '../../base/location.ts';
import { VALUE, type ValueOp } from '../value-records.ts';
import { runBody } from './call-function.ts';
import { isSame } from './choices.ts';
import type { Code } from './code.ts';
import { Frame } from './frame.ts';
import type { Interpreter, Watch } from './interpreter.ts';
import { bindPattern } from './patterns.ts';
import { type FunctionValue, unknown, type Value } from './values.ts';
import { hoistVariables } from './variables.ts';

/** Nodes that stand where an expression does and are none, or are only about it. */
const NO_EXPRESSION: ReadonlySet<ValueOp> = new Set(['test', 'declarator', 'declare', 'property', 'chain', 'none']);

/** The expression that begins and ends there; -1 when there is none. */
export function expressionAt(code: Code, place: Omit<Location, 'path'>): number {
  const count = code.facts.nodes.length / VALUE.WORDS;
  for (let node = 1; node < count; node++) {
    if (NO_EXPRESSION.has(code.op(node))) continue;
    const at = code.at(node);
    if (at.line !== place.line || at.column !== place.column) continue;
    if (at.endLine === place.endLine && at.endColumn === place.endColumn) return node;
  }
  return -1;
}

/** The functions around a node, outermost first. */
function functionsAround(code: Code, node: number): number[] {
  const inner = code.at(node);
  const found: number[] = [];
  const count = code.facts.nodes.length / VALUE.WORDS;
  // An inner function comes before the one that holds it.
  for (let other = count - 1; other > node; other--)
    if (code.op(other) === 'function' && holds(code.at(other), inner)) found.push(other);
  return found;
}

function holds(outer: Location, inner: Location): boolean {
  const begins = outer.line < inner.line || (outer.line === inner.line && outer.column <= inner.column);
  const ends = outer.endLine > inner.endLine || (outer.endLine === inner.endLine && outer.endColumn >= inner.endColumn);
  return begins && ends;
}

/**
 * What a watched expression is. Of one in a function that was not called while the module was loaded: what it is when nothing is known of the
 * function's parameters.
 */
export function watchedValue(interpreter: Interpreter, watch: Watch): Value {
  const { code, node, seen, functions } = watch;
  const at = code.at(node);
  for (const around of seen.length > 0 ? [] : functionsAround(code, node)) {
    const called = functions.get(around);
    if (called) interpreter.attempt(() => runUncalled(interpreter, called, at));
    if (seen.length > 0) break;
  }
  const [first, ...others] = seen;
  if (!first) return unknown('unsupported-syntax', at);
  return others.every((other) => other === first || isSame(other, first)) ? first : unknown('varies', at, seen);
}

function runUncalled(interpreter: Interpreter, called: FunctionValue, at: Location): void {
  const { code, node } = called;
  const nobody = unknown('parameter', at);
  const run = { running: called, thisValue: called.boundThis ?? nobody, args: [] };
  const frame = new Frame(code, called.frame, interpreter.module, run);
  for (const parameter of code.list(code.a(node))) {
    const value = unknown('parameter', code.at(parameter));
    bindPattern(interpreter, frame, code.op(parameter) === 'rest' ? code.a(parameter) : parameter, value, 'declare');
  }
  hoistVariables(interpreter, frame, code.list(code.function(node, 'VARS')), at);
  runBody(interpreter, frame, called, at);
}
