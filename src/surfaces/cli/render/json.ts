import type { Envelope } from '../../../base/envelope.ts';

/** So few entries make no text that is too long, and to write them one by one takes four times as long as all at once. */
const MOST_AT_ONCE = 5000;

/**
 * The bytes of `JSON.stringify(envelope, null, 2)` and a line feed; where there are many entries in pieces, an entry of a list of the
 * result at a time: the answer about a large project can be longer than a text may be.
 * @param mostAtOnce how many entries are still few
 */
export function* jsonOf(envelope: Envelope, mostAtOnce: number = MOST_AT_ONCE): Generator<string> {
  if (countEntries(envelope.result) <= mostAtOnce) yield JSON.stringify(envelope, null, 2);
  else yield* inPieces(envelope);
  yield '\n';
}

function countEntries(result: unknown): number {
  const lists = isRecord(result) ? Object.values(result).filter(Array.isArray) : [];
  return lists.reduce((count, list) => count + list.length, 0);
}

function* inPieces(envelope: Envelope): Generator<string> {
  yield* objectOf(envelope, '', (name, value) => (name === 'result' && isRecord(value) ? resultOf(value) : null));
}

function resultOf(result: Readonly<Record<string, unknown>>): Iterable<string> {
  return objectOf(result, '  ', (_, value) =>
    Array.isArray(value) && value.length > 0 ? listOf(value, '    ') : null,
  );
}

/** @param piecesOf the pieces of a field, or null for one that may be written as a whole */
function* objectOf(
  fields: object,
  indent: string,
  piecesOf: (name: string, value: unknown) => Iterable<string> | null,
): Generator<string> {
  let opening = '{';
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    yield `${opening}\n${indent}  ${JSON.stringify(name)}: `;
    yield* piecesOf(name, value) ?? [whole(value, `${indent}  `)];
    opening = ',';
  }
  yield opening === '{' ? '{}' : `\n${indent}}`;
}

function* listOf(items: readonly unknown[], indent: string): Generator<string> {
  let opening = '[';
  for (const item of items) {
    yield `${opening}\n${indent}  ${whole(item, `${indent}  `)}`;
    opening = ',';
  }
  yield `\n${indent}]`;
}

/** No text in JSON holds a line feed as it is, so those that are there are between values. */
const whole = (value: unknown, indent: string): string =>
  JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
