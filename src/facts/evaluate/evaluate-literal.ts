import { ANY_MEMBER } from '../value-records.ts';
import { evaluate, evaluateKey } from './evaluate-expression.ts';
import type { Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import { iterated } from './known/array-iterators.ts';
import { reasonOf } from './operators.ts';
import { ownEntries } from './own-entries.ts';
import { passOver } from './pass-over.ts';
import type { UnknownReason } from './reasons.ts';
import { primitive, unknown, type Value } from './values.ts';

/** What stands between brackets or in an argument list; the reason, too, when it is not known how many there are. */
export function evaluateItems(
  interpreter: Interpreter,
  frame: Frame,
  items: Uint32Array,
): { values: Value[]; open: UnknownReason | null } {
  const { code } = frame;
  const values: Value[] = [];
  let open: UnknownReason | null = null;
  for (const item of items) {
    if (item === 0) {
      open = 'unsupported-syntax';
      continue;
    }
    if (code.op(item) !== 'spread') {
      values.push(evaluate(interpreter, frame, item));
      continue;
    }
    const spread = evaluate(interpreter, frame, code.a(item));
    const list = iterated(interpreter, spread, code.at(code.a(item)));
    if (list?.array.taint === null)
      for (const [index, element] of list.array.elements.entries()) values.push(list.give(element, index));
    else if (spread.kind === 'string') values.push(...[...spread.value].map((unit) => primitive(unit, spread.at)));
    else {
      open ??= reasonOf(spread);
      values.push(unknown(reasonOf(spread), code.at(item), [spread]));
    }
    interpreter.step(values.length);
  }
  return { values, open };
}

/** `[…]`: unknown as a whole when it is not known how many elements there are. */
export function evaluateArray(interpreter: Interpreter, frame: Frame, node: number): Value {
  const { values, open } = evaluateItems(interpreter, frame, frame.code.list(frame.code.a(node)));
  const at = frame.code.at(node);
  return open === null ? interpreter.array(values, at) : interpreter.unknownArray(open, values, at);
}

/** `{…}`: `open` from the first spread or key on that is not known. */
export function evaluateObject(interpreter: Interpreter, frame: Frame, node: number): Value {
  const { code } = frame;
  const object = interpreter.object(new Map(), code.at(node));
  const { properties } = object;
  const forget = (reason: UnknownReason, holds: readonly Value[]): void => {
    for (const [key, value] of properties) properties.set(key, unknown(reason, value.at, [value]));
    // A setter changes what writing to the object does, whatever else is not known of it.
    object.open = reason === 'accessor' ? reason : (object.open ?? reason);
    if (holds.length > 0) properties.set(`\0${properties.size}`, unknown(reason, object.at, holds));
  };
  for (const property of code.list(code.a(node))) {
    switch (code.op(property)) {
      case 'property': {
        const key = evaluateKey(interpreter, frame, code.a(property));
        const value = evaluate(interpreter, frame, code.b(property));
        if (key === null) forget('not-literal', [value]);
        else properties.set(key, value);
        break;
      }
      case 'spread': {
        const spread = evaluate(interpreter, frame, code.a(property));
        const entries = ownEntries(spread);
        if (typeof entries === 'string') forget(entries, [spread]);
        else for (const [key, value] of entries) properties.set(key, value);
        interpreter.step(properties.size);
        break;
      }
      case 'accessor': {
        const key = evaluateKey(interpreter, frame, code.a(property));
        if (key === null || code.c(property) === 1) forget('accessor', []);
        else properties.set(key, unknown('accessor', code.at(property)));
        break;
      }
      default:
        passOver(interpreter, frame, property, 'unsupported-syntax');
        forget('unsupported-syntax', []);
    }
  }
  forgetOwnWrites(interpreter, object, code.list(code.b(node)), (name) => code.string(name));
  return object;
}

/** Members to which methods of the object write are not what they were when it was made. */
export function forgetOwnWrites(
  interpreter: Interpreter,
  object: Value & { kind: 'object' },
  names: Uint32Array,
  textOf: (name: number) => string,
): void {
  for (const number of names) {
    const name = textOf(number);
    const value = object.properties.get(name);
    if (name === ANY_MEMBER) interpreter.heap.taint([object], 'mutated');
    else if (value) {
      interpreter.heap.taint([value], 'mutated');
      object.properties.set(name, unknown('mutated', value.at, [value]));
    }
  }
}
