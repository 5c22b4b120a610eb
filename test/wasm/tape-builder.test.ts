import { describe, expect, it } from 'vitest';
import { readTape, tapeTwin } from '../../bench/oracles/tape-twin.ts';
import { kernelModule } from '../../src/session/node/kernels.ts';
import { TAPE_NAMES } from '../../src/syntax/tape-names.ts';
import { createTapeBuilder } from '../../src/wasm/tape-builder.ts';

const names = (count: number, name: string) =>
  JSON.stringify({
    type: 'Script',
    body: Array.from({ length: count }, () => ({ type: 'Identifier', value: name })),
  });

describe('a tape builder', () => {
  const builder = createTapeBuilder(kernelModule('plain'), TAPE_NAMES);

  it.each([
    ['ASCII', 'ship'],
    ['characters of two bytes', 'émigré'],
    ['characters of three bytes', '漢字'],
    ['characters of four bytes', '🚢'],
  ])('takes large texts of %s', (_, name) => {
    for (const count of [1, 10_000, 100, 50_000]) {
      const json = names(count, name);
      const tape = builder.build(json);
      expect(tape.count).toBe(1 + 2 * count);
      expect(readTape(tape).at(-1)?.leaf).toBe(name);
    }
  });

  it('finds room for more records than the text leads one to expect', () => {
    const json = `{"type":"ArrayExpression","elements":[${'null,'.repeat(200_000)}null]}`;
    expect(builder.build(json).count).toBe(200_002);
  });

  it('gives its memory back after a large file', () => {
    const tape = builder.build(names(1_000_000, 'ship'));
    expect(tape.words.buffer.byteLength).toBeGreaterThan(96 * 1024 * 1024);
    const json = names(1, 'tug');
    const next = builder.build(json);
    expect(next.words.buffer.byteLength).toBeLessThan(1024 * 1024);
    expect(readTape(next)).toEqual(tapeTwin(json));
  });

  it('refuses what is no tree, and goes on', () => {
    expect(() => builder.build('{"type":"Script"')).toThrow(SyntaxError);
    expect(() => builder.build('')).toThrow(SyntaxError);
    expect(builder.build('{"type":"Script"}').count).toBe(1);
  });
});
