import { ConduitError } from '../../base/errors.ts';
import { isRecord } from '../../base/is-record.ts';
import type { InputLine } from './read-lines.ts';

/** What a line of input asks, or why it asks nothing. The asker's `id` comes back with the answer, whatever it is. */
export type Question =
  | { readonly id?: unknown; readonly query: string; readonly params: Readonly<Record<string, unknown>> }
  | { readonly id?: unknown; readonly refusal: ConduitError };

/** Reads `{"id"?, "query", "params"?}`. Never throws: the refusal names the line. */
export function readQuestion({ number, text }: InputLine): Question {
  if (text === null) return refuse(number, 'is too long');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own message quotes the line, which may be anything.
    return refuse(number, 'is not JSON');
  }
  if (!isRecord(value)) return refuse(number, 'is not an object with a `query`');
  const id = Object.hasOwn(value, 'id') ? { id: value.id } : {};
  const { query, params = {} } = value;
  if (typeof query !== 'string') return { ...id, ...refuse(number, 'has no `query` that is a text') };
  if (!isRecord(params)) return { ...id, ...refuse(number, 'has `params` that are not an object') };
  return { ...id, query, params };
}

function refuse(number: number, why: string): { readonly refusal: ConduitError } {
  return { refusal: new ConduitError('CONDUIT_BAD_USAGE', `line ${number} ${why}`) };
}
