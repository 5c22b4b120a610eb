import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines } from '../../../src/surfaces/cli/read-lines.ts';

async function linesOf(chunks: readonly (Buffer | string)[], maxLength?: number): Promise<(string | null)[]> {
  const lines: (string | null)[] = [];
  for await (const { number, text } of readLines(stream(chunks), maxLength)) {
    expect(number).toBe(lines.length + 1);
    lines.push(text);
  }
  return lines;
}

async function* stream(chunks: readonly (Buffer | string)[]) {
  yield* chunks;
}

describe('lines', () => {
  it('are the same however the bytes are cut', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'ß', '🧺', '\n', ' ') });
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(40)), async (written, cuts) => {
        const bytes = Buffer.from(written);
        const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length];
        const chunks = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
        const expected = written.split('\n');
        if (expected.at(-1) === '') expected.pop();
        expect(await linesOf(chunks)).toEqual(expected);
      }),
    );
  });

  it('may end as on Windows', async () => {
    expect(await linesOf(['bread\r\nbutter\r\n'])).toEqual(['bread', 'butter']);
  });

  it('that are too long are reported and let go of, and the next is read', async () => {
    expect(await linesOf(['bread\nbut', 'ter and ', 'jam\n', 'tea\n'], 5)).toEqual(['bread', null, 'tea']);
    expect(await linesOf(['butter'], 5)).toEqual([null]);
    expect(await linesOf(['butter', ''], 6)).toEqual(['butter']);
  });
});

it('reads no further than it is asked to', async () => {
  let read = 0;
  async function* counted() {
    for (; read < 100; read++) yield `line ${read}\n`;
  }
  for await (const { number } of readLines(counted())) if (number === 3) break;
  expect(read).toBeLessThan(5);
});
