import { PRIVATE } from '../value-records.ts';

/** An array index as a key: JavaScript lists these first, ascending, wherever they were added. */
const INDEX = /^(?:0|[1-9]\d{0,9})$/;
const LARGEST_INDEX = 2 ** 32 - 2;

export function isIndex(key: string): boolean {
  return INDEX.test(key) && Number(key) <= LARGEST_INDEX;
}

/** The keys of an object in the order in which a program sees them. */
export function orderedKeys(properties: ReadonlyMap<string, unknown>): string[] {
  const keys = [...properties.keys()].filter((key) => !key.startsWith(PRIVATE));
  const indexes = keys.filter(isIndex).sort((a, b) => Number(a) - Number(b));
  return indexes.length === 0 ? keys : [...indexes, ...keys.filter((key) => !isIndex(key))];
}
