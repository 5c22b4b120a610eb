import { expect, it } from 'vitest';
import { encodeNameTable, hashName } from '../../src/wasm/name-table.ts';

it('is the same for the same names', () => {
  const names = { kinds: { Ship: 6, Quay: 7 }, fields: { berth: 2, Ship: 3 } };
  expect(encodeNameTable(names)).toEqual(encodeNameTable(names));
});

it('is at most half full, so that a search ends', () => {
  for (const count of [0, 1, 8, 9, 100, 1000]) {
    const kinds = Object.fromEntries(Array.from({ length: count }, (_, number) => [`Ship${number}`, number + 6]));
    const table = encodeNameTable({ kinds, fields: {} });
    const words = new BigUint64Array(table.buffer);
    const hashes = Array.from({ length: (words.length - 2) / 2 }, (_, slot) => words[2 + slot * 2]);
    expect(hashes.filter((hash) => hash !== 0n)).toHaveLength(count);
    expect(hashes.length).toBeGreaterThanOrEqual(count * 2);
  }
});

it('hashes every byte and the length', () => {
  const names = [
    'a',
    'b',
    'aa',
    'a\0',
    'abcdefgh',
    'abcdefgh\0',
    'abcdefgi',
    'Xbcdefghi',
    'abcdefghi',
    'abcdefghiabcdefgh',
  ];
  expect(new Set(names.map(hashName)).size).toBe(names.length);
});
