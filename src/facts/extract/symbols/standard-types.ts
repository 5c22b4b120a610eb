import type { TermContext } from './term-context.ts';
import { UNKNOWN_TERM } from './term-table.ts';
import { typeTerm } from './type-terms.ts';

type Meaning = (context: TermContext, types: readonly number[]) => number;

const first: Meaning = (context, [type]) => (type === undefined ? UNKNOWN_TERM : typeTerm(context, type));
const promise: Meaning = (context, types) => context.terms.of('promise', first(context, types));
const array: Meaning = (context, types) => context.terms.of('array', first(context, types));
const record: Meaning = (context, [, type]) =>
  context.terms.of('record', first(context, type === undefined ? [] : [type]));
/** Of what is kept under keys only the values are of interest. */
const keyed: Meaning = (context, [, type]) =>
  context.terms.of('array', first(context, type === undefined ? [] : [type]));
const awaited: Meaning = (context, types) => context.terms.of('await', first(context, types));
const returned: Meaning = (context, types) => context.terms.of('call', first(context, types));
const built: Meaning = (context, types) => context.terms.of('new', first(context, types));

/** What types of the standard library say of those that they are made of. */
const STANDARD: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...['Promise', 'PromiseLike'].map((name) => [name, promise] as const),
  ...['Array', 'ReadonlyArray', 'ArrayLike', 'Set', 'ReadonlySet', 'WeakSet'].map((name) => [name, array] as const),
  ...['Iterable', 'Iterator', 'IterableIterator', 'Generator'].map((name) => [name, array] as const),
  ...['AsyncIterable', 'AsyncIterator', 'AsyncIterableIterator', 'AsyncGenerator'].map(
    (name) => [name, array] as const,
  ),
  ...['Map', 'ReadonlyMap', 'WeakMap'].map((name) => [name, keyed] as const),
  ...['Partial', 'Required', 'Readonly', 'NonNullable', 'NoInfer'].map((name) => [name, first] as const),
  ...['Pick', 'Omit', 'Exclude', 'Extract'].map((name) => [name, first] as const),
  ['Record', record],
  ['Awaited', awaited],
  ['ReturnType', returned],
  ['InstanceType', built],
]);

/** A type that no file of the project declares, by its name; unknown unless it is one of the standard library's containers. */
export function standardTypeTerm(context: TermContext, name: string, types: readonly number[]): number {
  return STANDARD.get(name)?.(context, types) ?? UNKNOWN_TERM;
}
