import { filterLeaves, leavesOf } from './choices.ts';
import { evaluate } from './evaluate-expression.ts';
import type { Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import { reasonOf } from './operators.ts';
import { ownEntries } from './own-entries.ts';
import { passOver } from './pass-over.ts';
import { keyOf, readKey, readMember } from './read-members.ts';
import { primitive, unknown, type Value } from './values.ts';
import { assignVariable, declareVariable } from './variables.ts';
import { writeKey, writeMember } from './write-members.ts';

/** Gives a value to the names (or places) of a pattern. */
export function bindPattern(
  interpreter: Interpreter,
  frame: Frame,
  pattern: number,
  value: Value,
  mode: 'declare' | 'assign',
): void {
  interpreter.nested(() => bind(interpreter, frame, pattern, value, mode));
}

function bind(interpreter: Interpreter, frame: Frame, pattern: number, value: Value, mode: 'declare' | 'assign'): void {
  const { code } = frame;
  switch (code.op(pattern)) {
    case 'name':
      if (mode === 'assign') assignVariable(interpreter, frame, pattern, value);
      else if (code.a(pattern) > 0) declareVariable(interpreter, frame, code.a(pattern) - 1, value);
      break;
    case 'member':
      writeMember(
        interpreter,
        evaluate(interpreter, frame, code.a(pattern)),
        code.string(code.b(pattern)),
        value,
        value.at,
      );
      break;
    case 'index': {
      const object = evaluate(interpreter, frame, code.a(pattern));
      writeKey(interpreter, object, evaluate(interpreter, frame, code.b(pattern)), value, value.at);
      break;
    }
    case 'default':
      bindPattern(interpreter, frame, code.a(pattern), withDefault(interpreter, frame, code.b(pattern), value), mode);
      break;
    case 'parameter-property': {
      bindPattern(interpreter, frame, code.a(pattern), value, mode);
      const binding = code.b(pattern) - 1;
      const given = frame.cells.get(binding);
      const { thisValue } = frame.thisFrame;
      if (given && thisValue)
        writeMember(interpreter, thisValue, code.string(code.binding(binding, 'NAME')), given, value.at);
      break;
    }
    case 'array-pattern':
      bindElements(interpreter, frame, pattern, value, mode);
      break;
    case 'object-pattern':
      bindProperties(interpreter, frame, pattern, value, mode);
      break;
    default:
      // Not a pattern that is known: what is in it gets values that nobody knows.
      passOver(interpreter, frame, pattern, 'unsupported-syntax');
  }
}

function withDefault(interpreter: Interpreter, frame: Frame, node: number, value: Value): Value {
  const leaves = leavesOf(value);
  if (leaves.every(({ kind }) => kind === 'undefined')) return evaluate(interpreter, frame, node);
  const mayBeMissing = leaves.some(
    ({ kind }) => kind === 'undefined' || kind === 'unknown' || kind === 'call' || kind === 'member',
  );
  if (!mayBeMissing) return value;
  const at = frame.code.at(node);
  const given = filterLeaves(value, ({ kind }) => kind !== 'undefined') ?? value;
  return interpreter.either(
    { text: 'undefined', at },
    () => evaluate(interpreter, frame, node),
    () => given,
    at,
  );
}

function bindElements(
  interpreter: Interpreter,
  frame: Frame,
  pattern: number,
  value: Value,
  mode: 'declare' | 'assign',
): void {
  const { code } = frame;
  const iterable = value.kind === 'string' ? [...value.value].map((unit) => primitive(unit, value.at)) : null;
  const elements = value.kind === 'array' && value.taint === null ? value.elements : iterable;
  const reason = reasonOf(value);
  code.list(code.a(pattern)).forEach((target, index) => {
    if (target === 0) return;
    const at = code.at(target);
    const isRest = code.op(target) === 'rest';
    const element = isRest
      ? elements
        ? interpreter.array(elements.slice(index), at)
        : interpreter.unknownArray(reason, [value], at)
      : elements
        ? (elements[index] ?? primitive(undefined, at))
        : unknown(reason, at, [value]);
    bindPattern(interpreter, frame, isRest ? code.a(target) : target, element, mode);
  });
}

function bindProperties(
  interpreter: Interpreter,
  frame: Frame,
  pattern: number,
  value: Value,
  mode: 'declare' | 'assign',
): void {
  const { code } = frame;
  const taken = new Set<string>();
  let allKnown = true;
  for (const property of code.list(code.a(pattern))) {
    const at = code.at(property);
    if (code.op(property) === 'rest') {
      const entries = ownEntries(value);
      const known = allKnown && typeof entries !== 'string';
      const rest = known
        ? interpreter.object(new Map(entries.filter(([key]) => !taken.has(key))), at)
        : unknown(typeof entries === 'string' ? entries : 'not-literal', at, [value]);
      bindPattern(interpreter, frame, code.a(property), rest, mode);
      continue;
    }
    if (code.op(property) !== 'property') {
      passOver(interpreter, frame, property, 'unsupported-syntax');
      continue;
    }
    const key = evaluate(interpreter, frame, code.a(property));
    const name = keyOf(key);
    if (name === null) allKnown = false;
    else taken.add(name);
    const member = name === null ? readKey(interpreter, value, key, at) : readMember(interpreter, value, name, at);
    bindPattern(interpreter, frame, code.b(property), member, mode);
  }
}
