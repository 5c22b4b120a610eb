import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FIELD } from '../../src/syntax/generated/fields.ts';
import { KIND } from '../../src/syntax/generated/kinds.ts';
import { hashName } from '../../src/wasm/name-table.ts';

describe.each([
  ['kinds', KIND, ['unknown', 'string', 'group', 'true', 'hole', 'number']],
  ['fields', FIELD, ['unknown', 'root']],
] as const)('the table of %s', (_, table, reserved) => {
  it('begins with the kernel’s own, then has SWC’s in order, without gaps', () => {
    const names = Object.keys(table);
    expect(names.slice(0, reserved.length)).toEqual(reserved);
    expect(names.slice(reserved.length)).toEqual(names.slice(reserved.length).toSorted());
    expect(Object.values(table)).toEqual(names.map((_name, number) => number));
  });
});

it('gives the kernel’s own kinds the numbers that the kernel writes', () => {
  const kernel = readFileSync(new URL('../../assembly/tape.ts', import.meta.url), 'utf8');
  for (const name of ['string', 'group', 'true', 'hole', 'number'] as const) {
    expect(kernel).toContain(`const ${name.toUpperCase()}: u32 = ${KIND[name]};`);
  }
  expect(kernel).toContain(`const ROOT_FIELD: u32 = ${FIELD.root} << 16;`);
});

it('has no two names with one hash', () => {
  const names = new Set([...Object.keys(KIND), ...Object.keys(FIELD)]);
  expect(new Set([...names].map(hashName)).size).toBe(names.size);
});
