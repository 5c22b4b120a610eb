import type { Envelope } from '../../../base/envelope.ts';

/**
 * One JSON value a line. First the envelope, with a result from which all lists are taken out; then a line for every
 * item of every list, under the list's name: `{"nodes": {…}}`. So `jq -c '.edges // empty'` gives the edges.
 */
export function renderLines(envelope: Envelope): string {
  const fields = Object.entries(envelope.result as Record<string, unknown>);
  const lists = fields.filter((field): field is [string, unknown[]] => Array.isArray(field[1]));
  const rest = Object.fromEntries(fields.filter(([, value]) => !Array.isArray(value)));
  const lines = [JSON.stringify({ ...envelope, result: rest })];
  for (const [name, items] of lists) for (const item of items) lines.push(JSON.stringify({ [name]: item }));
  return `${lines.join('\n')}\n`;
}
