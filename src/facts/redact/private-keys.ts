import type { SecretRule } from './secret-rule.ts';

const BEGIN = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
const END = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
/** Keys are smaller: 16,384 bits of RSA make 12,700 characters. */
const KEY_MAX = 20_000;
/** Lines of base64, with what may stand between them where the key is a literal or several. */
const LINES = /(?:(?:\\[nr]|[\s'"`+*,\\]){0,60}[A-Za-z0-9+/=]{16,20000})*/y;

/**
 * PEM blocks (RFC 7468), their lines broken, or written as `\n` in a literal. One half is enough: what is redacted may have been cut before, and half
 * a key is a secret.
 */
export const privateKeys: SecretRule = {
  name: 'private-key',
  marks: ['PRIVATE KEY'],
  *find(text) {
    const ends = Array.from(text.matchAll(END), ({ index, 0: { length } }) => index + length);
    const begins = [...text.matchAll(BEGIN)];
    const closed = new Set<number>();
    let next = 0;
    for (const [place, { index: start, 0: line }] of begins.entries()) {
      const head = start + line.length;
      const limit = Math.min(begins[place + 1]?.index ?? text.length, start + KEY_MAX);
      while ((ends[next] ?? limit) <= head && next < ends.length) next++;
      const end = ends[next] ?? text.length + 1;
      if (end <= limit) closed.add(end);
      yield { start, end: end <= limit ? end : endOfLines(text, head), rule: 'private-key' };
    }
    for (const end of ends) if (!closed.has(end)) yield { start: startOfLines(text, end), end, rule: 'private-key' };
  },
};

function endOfLines(text: string, head: number): number {
  LINES.lastIndex = head;
  return head + (LINES.exec(text)?.[0].length ?? 0);
}

/** Backwards from an END that has no BEGIN, as far as its lines are base64. */
function startOfLines(text: string, end: number): number {
  const first = Math.max(0, end - KEY_MAX);
  const lines = text.slice(first, end).split('\n');
  let start = end - (lines.pop()?.length ?? 0);
  for (
    let line = lines.pop();
    line !== undefined && /^[\s'"`+*,\\]*[A-Za-z0-9+/=]{1,80}[\s'"`+*,\\nr]*$/.test(line);
    line = lines.pop()
  ) {
    start -= line.length + 1;
  }
  return start;
}
