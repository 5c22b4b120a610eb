import { expect, it } from 'vitest';
import { kernelModule } from '../../src/session/node/kernels.ts';
import { createSourceMemory } from '../../src/wasm/source-memory.ts';

const LARGE = 8 * 1024 * 1024;

it('has the source, zeros behind it and room behind these', () => {
  const place = createSourceMemory(kernelModule('plain'), 4);
  for (const length of [0, 1, 65_536, 3, 200_000]) {
    const { memory, start, output } = place(Buffer.alloc(length, 'ship'));
    const bytes = Buffer.from(memory.buffer);
    expect(bytes.toString('latin1', start, start + length)).toBe(Buffer.alloc(length, 'ship').toString('latin1'));
    expect(bytes.subarray(start + length, start + length + 16).every((byte) => byte === 0)).toBe(true);
    expect(output % 4).toBe(0);
    expect(output).toBeGreaterThanOrEqual(start + length + 16);
    expect(memory.buffer.byteLength).toBeGreaterThanOrEqual(output + 4 * length + 8);
  }
});

it('gives its memory back after a large source', () => {
  const place = createSourceMemory(kernelModule('plain'), 4);
  expect(place(Buffer.alloc(LARGE)).memory.buffer.byteLength).toBeGreaterThan(LARGE * 5);
  expect(place(Buffer.alloc(1)).memory.buffer.byteLength).toBe(65_536);
});
