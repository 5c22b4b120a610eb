import type { ExcerptFacts } from '../../src/facts/records.ts';

/** A block of excerpts made by hand: ranges of lines, by their first, and not compressed (an LZ4 block may be literals throughout). */
export function excerptBlock(ranges: Readonly<Record<number, string>>): ExcerptFacts {
  const header = [Object.keys(ranges).length];
  let line = 0;
  for (const [first, text] of Object.entries(ranges)) {
    const count = text.split('\n').length;
    header.push(Number(first) - line, count);
    line = Number(first) + count;
  }
  const text = Object.values(ranges).map((lines) => `${lines}\n`);
  return literals(Buffer.concat([Uint8Array.from(header), Buffer.from(text.join(''))]));
}

/** Any bytes as a block. */
export function literals(bytes: Uint8Array): ExcerptFacts {
  const rest = bytes.length - 15;
  const length =
    rest < 0 ? [bytes.length << 4] : [0xf0, ...new Array<number>(Math.floor(rest / 255)).fill(255), rest % 255];
  return { block: Uint8Array.from([...length, ...bytes]), length: bytes.length };
}
