import { orderedKeys } from '../../../../facts/evaluate/object-keys.ts';
import type { Value } from '../../../../facts/evaluate/values.ts';

/** A value as JSON has it, or where something stands that cannot be told from the text. */
export type PlainData = { readonly data: unknown } | { readonly unknownAt: string };

/** Far deeper than a configuration; values can hold themselves. */
const DEEPEST = 32;

/**
 * A value of the evaluator as plain data. Functions and what is not known have no place in it.
 * @param at where it stands, for the refusal: `forbidden[2].to`
 */
export function plainData(value: Value, at = 'module.exports', depth = 0): PlainData {
  if (depth > DEEPEST) return { unknownAt: at };
  if (value.kind === 'regexp') return { data: value.source };
  if (value.kind === 'array' && value.taint === null) {
    return gather(
      value.elements.map((element, index) => [String(index), plainData(element, `${at}[${index}]`, depth + 1)]),
      true,
    );
  }
  if (value.kind === 'object' && value.taint === null && value.open === null) {
    const { properties } = value;
    const keys = orderedKeys(properties).filter((key) => !key.startsWith('\0'));
    return gather(
      keys.map((key) => [key, plainData(properties.get(key) as Value, `${at}.${key}`, depth + 1)]),
      false,
    );
  }
  return 'value' in value && typeof value.value !== 'bigint' ? { data: value.value } : { unknownAt: at };
}

function gather(parts: readonly (readonly [string, PlainData])[], isList: boolean): PlainData {
  const entries: [string, unknown][] = [];
  for (const [key, part] of parts) {
    if ('unknownAt' in part) return part;
    entries.push([key, part.data]);
  }
  return { data: isList ? entries.map(([, data]) => data) : Object.fromEntries(entries) };
}
