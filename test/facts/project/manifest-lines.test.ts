import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manifestLines } from '../../../src/facts/project/manifest-lines.ts';

describe('lines of a manifest', () => {
  it('are those of its keys, one and two levels deep', () => {
    const lineOf = manifestLines(
      '{\n "name": "dependencies",\n "a": [{\n "zod": 1 }],\n "dependencies": {\n\n "zod" : "{\\"x\\":",\n "\\u0061b": "1" }, "zod": {}\n}',
    );
    expect(lineOf('name')).toBe(2);
    expect(lineOf('dependencies')).toBe(5);
    expect(lineOf('dependencies', 'zod')).toBe(7);
    expect(lineOf('dependencies', 'ab')).toBe(8);
    expect(lineOf('zod')).toBe(8);
    expect(lineOf('a', 'zod')).toBe(0);
    expect(lineOf('dependencies', 'gone')).toBe(0);
  });

  it('are found in anything that JSON can say', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (data) => {
        const text = JSON.stringify(data, null, 2);
        const lineOf = manifestLines(text);
        for (const [key, value] of Object.entries(data)) {
          const line = lineOf(key);
          expect(text.split('\n')[line - 1]?.trim()).toContain(`${JSON.stringify(key)}:`);
          const isInner = typeof value === 'object' && value !== null && !Array.isArray(value);
          for (const inner of isInner ? Object.keys(value) : []) expect(lineOf(key, inner)).toBeGreaterThan(line);
        }
      }),
    );
  });
});
