import type { Envelope } from '../../../base/envelope.ts';

/**
 * One JSON value a line. First the envelope, with a result from which all lists are taken out; then a line for every
 * item of every list, under the list's name: `{"nodes": {…}}`. So `jq -c '.edges // empty'` gives the edges.
 */
export function* linesOf(envelope: Envelope): Generator<string> {
  const fields = Object.entries(envelope.result as Record<string, unknown>);
  const lists = fields.filter((field): field is [string, unknown[]] => Array.isArray(field[1]));
  const rest = Object.fromEntries(fields.filter(([, value]) => !Array.isArray(value)));
  yield `${JSON.stringify({ ...envelope, result: rest })}\n`;
  for (const [name, items] of lists) for (const item of items) yield `${JSON.stringify({ [name]: item })}\n`;
}

/** As {@link linesOf}, of an answer that is known to be small. */
export function renderLines(envelope: Envelope): string {
  return [...linesOf(envelope)].join('');
}
