import type { Location } from '../../../base/location.ts';
import type { Interpreter } from '../interpreter.ts';
import { calculate, LONGEST_STRING, reasonOf } from '../operators.ts';
import { isPrimitive, type Primitive, type PrimitiveValue, primitive, unknown, type Value } from '../values.ts';

/** Methods that depend on nothing but their operands: not on a locale, a clock or a regular expression. */
const STRING_METHODS: ReadonlySet<string> = new Set([
  ...['toLowerCase', 'toUpperCase', 'trim', 'trimStart', 'trimEnd', 'padStart', 'padEnd', 'repeat', 'concat'],
  ...['slice', 'substring', 'substr', 'split', 'replace', 'replaceAll', 'includes', 'startsWith', 'endsWith'],
  ...['indexOf', 'lastIndexOf', 'charAt', 'charCodeAt', 'codePointAt', 'at', 'toString', 'valueOf'],
]);
const NUMBER_METHODS: ReadonlySet<string> = new Set(['toString', 'toFixed', 'valueOf']);
const BOOLEAN_METHODS: ReadonlySet<string> = new Set(['toString', 'valueOf']);
/** Those of which an argument says how long the result is. */
const LENGTHENS: ReadonlySet<string> = new Set(['padStart', 'padEnd', 'repeat']);

/** A method of a string, number or boolean; null when it is not known here. */
export function primitiveMethod(
  interpreter: Interpreter,
  object: PrimitiveValue,
  name: string,
  args: readonly Value[],
  at: Location,
): Value | null {
  const methods =
    object.kind === 'string' ? STRING_METHODS : object.kind === 'number' ? NUMBER_METHODS : BOOLEAN_METHODS;
  if (!methods.has(name)) return null;
  const given: Primitive[] = [];
  for (const arg of args) {
    if (isPrimitive(arg)) given.push(arg.value);
    // What a function gives in place of what is replaced, or what an expression finds, is not followed.
    else if (arg.kind === 'function' || arg.kind === 'regexp' || arg.kind === 'class') return null;
    else return unknown(reasonOf(arg), at, [arg]);
  }
  if (LENGTHENS.has(name) && Number(given[0]) > LONGEST_STRING) return unknown('budget', at);
  const longest = String(object.value).length * (name === 'repeat' ? Math.max(1, Number(given[0]) || 0) : 1);
  const grows = name.startsWith('replace') ? String(given[1]).length * String(object.value).length : 0;
  if (longest > LONGEST_STRING || grows > LONGEST_STRING * 10) return unknown('budget', at);
  interpreter.step(longest >>> 4);
  if (name === 'split') return split(interpreter, String(object.value), given, at);
  const method = (Object(object.value) as Record<string, (...given: Primitive[]) => Primitive>)[name];
  return method ? calculate(at, () => method.apply(object.value, given)) : null;
}

function split(interpreter: Interpreter, text: string, given: readonly Primitive[], at: Location): Value {
  const [separator, limit] = given;
  const parts = text.split(
    separator === undefined ? (undefined as never) : String(separator),
    limit as number | undefined,
  );
  return interpreter.array(
    parts.map((part) => primitive(part, at)),
    at,
  );
}
