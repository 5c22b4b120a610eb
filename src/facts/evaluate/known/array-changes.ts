import { BudgetExceeded } from '../interpreter.ts';
import { passOverCalls } from '../pass-over.ts';
import { isPrimitive, primitive, type Value } from '../values.ts';
import type { ArrayCall } from './array-methods.ts';

/** More are no table that somebody wrote. */
const MOST_ELEMENTS = 20_000;

/** A method that changes the array; null for any other, and for one that is not known here, which leaves nothing known of the array. */
export function changeArray(call: ArrayCall, name: string): Value | null {
  const { interpreter, array, args, at } = call;
  if (!CHANGES.has(name)) return null;
  const { heap } = interpreter;
  heap.touch(array);
  const foreign = array.owner !== interpreter.module;
  if (foreign) heap.taint([array], 'mutated');
  if (array.taint !== null) {
    array.elements.push(...args);
    if (array.taint === 'mutated') heap.taint(args, 'mutated');
    return null;
  }
  const { elements } = array;
  switch (name) {
    case 'push':
    case 'unshift': {
      if (elements.length + args.length > MOST_ELEMENTS) throw new BudgetExceeded();
      if (name === 'push') elements.push(...args);
      else elements.unshift(...args);
      return primitive(elements.length, at);
    }
    case 'pop':
      return elements.pop() ?? primitive(undefined, at);
    case 'shift':
      return elements.shift() ?? primitive(undefined, at);
    case 'reverse':
      elements.reverse();
      return array;
    case 'sort': {
      if (args.length > 0 || !elements.every(isPrimitive)) break;
      // Undefined goes last; everything else goes by its text.
      const keyed = elements.map((element) => ({ element, text: String((element as { value: unknown }).value) }));
      keyed.sort((a, b) => {
        const [one, two] = [a.element.kind === 'undefined', b.element.kind === 'undefined'];
        if (one || two) return Number(one) - Number(two);
        return a.text < b.text ? -1 : a.text > b.text ? 1 : 0;
      });
      array.elements = keyed.map(({ element }) => element);
      return array;
    }
    case 'splice': {
      const [start, count] = [args[0], args[1]];
      if (start?.kind !== 'number' || (count !== undefined && count.kind !== 'number')) break;
      const removed = count
        ? elements.splice(start.value, count.value as number, ...args.slice(2))
        : elements.splice(start.value);
      return interpreter.array(removed, at);
    }
  }
  passOverCalls(interpreter, args, 'unsupported-syntax');
  array.elements.push(...args);
  heap.taint([array], 'unsupported-syntax');
  return null;
}

const CHANGES: ReadonlySet<string> = new Set([
  ...['push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill', 'copyWithin'],
]);
