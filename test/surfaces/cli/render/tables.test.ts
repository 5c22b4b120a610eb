import pico from 'picocolors';
import { expect, it } from 'vitest';
import type { Envelope } from '../../../../src/base/envelope.ts';
import { renderTables } from '../../../../src/surfaces/cli/render/tables.ts';

const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `src/aisle-${index % 400}.ts`,
    package: index % 3 === 0 ? null : '@shop/core',
    sites: [{ location: { path: 'src/cart.ts', line: (index % 400) + 1, column: 2 } }],
  }));
const render = (count: number): string[] =>
  renderTables({ result: { modules: rows(count) } } as unknown as Envelope, pico.createColors(false)).split('\n');

it('a long table has the columns of a short one', () => {
  const [short, long] = [render(400), render(1200)];
  expect(long).toHaveLength(1200 + 3);
  expect(long[0]).toBe('modules (1200)');
  expect(long.slice(1, 401)).toEqual(short.slice(1, 401));
});

it('shows what is in an object in its place, and numbers lists in a list', () => {
  const location = { path: 'src/cart.ts', line: 3, column: 2 };
  const step = (to: string) => ({ to, location });
  const result = {
    symbol: { id: 'cart', flags: ['static', 'async'], members: [{ id: 'cart.add' }] },
    paths: [[step('a')], [step('b'), step('c')]],
  };
  expect(renderTables({ result } as unknown as Envelope, pico.createColors(false))).toBe(`id  cart

flags (2)
value
static
async

members (1)
id
cart.add

paths (2)
path  to  location
1     a   src/cart.ts:3:2
2     b   src/cart.ts:3:2
2     c   src/cart.ts:3:2
`);
});
