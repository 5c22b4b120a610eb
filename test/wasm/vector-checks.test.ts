import { describe, expect, it } from 'vitest';
import { placeGraph } from '../../bench/graph-memory.ts';
import { kernelModule } from '../../src/session/node/kernels.ts';
import { createCopyingChecks, createVectorChecks } from '../../src/wasm/vector-checks.ts';
import { csrOf } from '../builders/random-graphs.ts';
import { vectorChecks as twin } from '../oracles/vector-checks.ts';

describe('checks in place', () => {
  it('refuse vectors of another memory', () => {
    const { exports, memory } = placeGraph(csrOf(4, []));
    const checks = createVectorChecks(exports, memory);
    expect(() => checks.checksum(new Uint8Array(8))).toThrow(/does not lie in its own memory/);
    expect(() => checks.ascendsTo(new Uint32Array(8), 0)).toThrow(/does not lie in its own memory/);
    expect(() => checks.allBelow(new Uint32Array(8), 1)).toThrow(/does not lie in its own memory/);
  });
});

describe('checks of copies', () => {
  const checks = createCopyingChecks(kernelModule('plain'));
  // Larger than the page that the private memory starts with, then smaller again; and not at the start of its buffer.
  it.each([0, 5, 65_536, 65_537, 300_000, 12])('take %i bytes from anywhere', (length) => {
    const bytes = Uint8Array.from({ length: length + 3 }, (_, i) => (i * 131) >> 3).subarray(3);
    expect(checks.checksum(bytes)).toBe(twin.checksum(bytes));
  });

  it.each([1, 40_000])('take %i words from anywhere', (length) => {
    const words = Uint32Array.from({ length: length + 1 }, (_, i) => i).subarray(1);
    expect(checks.allBelow(words, length + 1)).toBe(true);
    expect(checks.allBelow(words, length)).toBe(false);
    expect(checks.allBelow(words, length, length)).toBe(true);
    const offsets = words.map((word) => word - 1);
    expect(checks.ascendsTo(offsets, length - 1)).toBe(true);
    expect(checks.ascendsTo(offsets, length)).toBe(false);
  });
});
