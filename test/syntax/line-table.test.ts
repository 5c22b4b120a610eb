import fc from 'fast-check';
import { expect, it } from 'vitest';
import { kernelModule } from '../../src/session/node/kernels.ts';
import { LineTable } from '../../src/syntax/line-table.ts';
import { createSurveyor } from '../../src/wasm/source-survey.ts';

const survey = createSurveyor(kernelModule('plain'));
const table = new LineTable();
const load = (source: Uint8Array) => table.load(source, survey(source).lineStarts);

/** The place of a byte, found by decoding everything before it. */
function naivePlace(source: Buffer, offset: number): [number, number] {
  const before = source.toString('utf8', 0, offset).split('\n');
  return [before.length, (before.at(-1) ?? '').length + 1];
}

it('agrees with counting in the decoded text, in any order of asking', () => {
  const text = fc
    .array(fc.constantFrom('ship', '\n', '\r\n', 'é', '漢', '🚢', '\t', '\u2028', ' '), { maxLength: 60 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.array(fc.nat(), { maxLength: 8 }), (source, picks) => {
      const bytes = Buffer.from(source);
      // Only where a character begins: nothing else is ever asked for.
      const starts = [...bytes.keys(), bytes.length].filter((at) => ((bytes[at] ?? 0) & 0xc0) !== 0x80);
      load(bytes);
      for (const pick of [...picks, ...picks.toSorted((a, b) => a - b)]) {
        const offset = starts[pick % starts.length] ?? 0;
        const line = table.lineAt(offset);
        expect([line, table.columnAt(offset, line)]).toEqual(naivePlace(bytes, offset));
      }
      expect(table.count).toBe(source.split('\n').length - (source === '' || source.endsWith('\n') ? 1 : 0));
    }),
    { numRuns: 500 },
  );
});

it('takes sources with more lines than the one before', () => {
  load(Buffer.from('ship\n'.repeat(100_000)));
  expect(table.count).toBe(100_000);
  expect(table.lineAt(5 * 77_777)).toBe(77_778);
  load(Buffer.from('quay'));
  expect(table.count).toBe(1);
  expect(table.lineAt(4)).toBe(1);
});
