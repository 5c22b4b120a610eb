import pico from 'picocolors';
import { expect, it } from 'vitest';
import type { Envelope } from '../../../../src/base/envelope.ts';
import { renderAnswer } from '../../../../src/surfaces/cli/render/render-answer.ts';
import { summaryLine } from '../../../../src/surfaces/cli/render/summary-line.ts';
import { sessionOf } from '../../../builders/session-of.ts';
import { symbolShop } from '../../../builders/shop-symbols.ts';

const session = sessionOf(symbolShop);
const colors = pico.createColors(false);

async function draw(query: string, params: Record<string, unknown>, format?: 'dot'): Promise<string> {
  const envelope = (await session.query(query, params)) as Envelope;
  const { chunks } = await renderAnswer(envelope, { format, colors, maxNodes: undefined });
  return [...chunks].join('');
}

it('places stand below their files, and what may be missing at the end', async () => {
  expect(await draw('refs', { symbol: 'Order.save' })).toBe(`packages/orders/src/order.ts#Order.save

apps/web/src/routes/checkout.ts
  100:5  call  checkout (of packages/orders/src/order.ts#Store.save)

packages/orders/src/order.ts
  102:5  call  place
  103:5  read  place

7 uses of the name \`save\` could not be told (docs/symbols.md): any may be one more
`);
});

it('calls say how many steps away they are, and what a file does by itself', async () => {
  expect(await draw('callers', { symbol: 'place', depth: 2 })).toBe(`packages/orders/src/order.ts#place

apps/web/src/main.ts
  101:5  call  (top level) (of apps/web/src/routes/checkout.ts#checkout, 2 steps away)

apps/web/src/routes/checkout.ts
  101:5  call  checkout

packages/orders/src/order.ts
  104:5  call  place
`);
  expect(await draw('implementations', { symbol: 'Money' })).toBe('packages/core/src/money.ts#Money\n');
});

it('a symbol is a card', async () => {
  expect(await draw('symbol', { symbol: 'Order' })).toBe(`class packages/orders/src/order.ts#Order
  export class Order implements Store  packages/orders/src/order.ts:3:1

  What somebody bought.

exported as Order of packages/orders/src/index.ts, Order of its module

members (4)
  property  private readonly lines: Line[]
  method    async save(): Promise<void>
  method    total(): Money
  method    total~static

  export class Order implements Store {
`);
  expect(await draw('symbol', { symbol: 'npm:zod#z' })).toBe('external npm:zod#z\n');
});

it('chains have a step a line, or a reason', async () => {
  expect(
    await draw('why', { from: 'Order', to: 'round', level: 'symbol' }),
  ).toBe(`packages/orders/src/order.ts#Order.total
  → packages/core/src/money.ts#Money.add  [call] packages/orders/src/order.ts:102:5
  → packages/core/src/money.ts#round  [call] packages/core/src/money.ts:100:5
`);
  const reasons = [
    { from: 'money.ts', to: 'money.ts' },
    { from: 'money.ts', to: 'apps/web/src/main.ts' },
    { from: 'apps/web/src/main.ts', to: 'money.ts', kinds: 'mock' },
    { from: 'unused-currency.ts', to: 'apps/web/src/main.ts' },
  ];
  const said = await Promise.all(reasons.map((params) => draw('why', params)));
  expect(said.map((text) => text.replace(/^.* (?=what|depend)|packages\S*\//gm, '').trimEnd())).toMatchInlineSnapshot(`
    [
      "what both names mean.",
      "depend on apps/web/src/main.ts; it is the other way round.",
      "depend on money.ts by the kinds that were asked for; by others it does.",
      "depend on apps/web/src/main.ts, nor the other way round.",
    ]
  `);
});

it('a chain that is not there may only not be known', async () => {
  expect(await draw('why', { from: 'round', to: 'Order', level: 'symbol' })).toBe(
    `packages/core/src/money.ts#round does not depend on packages/orders/src/order.ts#Order; it is the other way round.
9 uses of names could not be told (docs/symbols.md): any may be a step
`,
  );
});

it('dependencies of symbols are a tree and a drawing, as those of modules', async () => {
  expect(await draw('deps', { target: 'place', level: 'symbol' })).toBe(`packages/orders/src/order.ts#place
├─ packages/orders/src/order.ts#Order [new, returns]
│  └─ packages/orders/src/order.ts#Store [implements]
├─ packages/orders/src/order.ts#Order.save [read, call]
│  └─ packages/orders/src/order.ts#Store.save [override]
└─ packages/orders/src/order.ts#place [call] (↑ shown above)
`);
  expect(
    await draw('deps', { target: 'Money', level: 'symbol' }),
  ).toBe(`packages/core/src/money.ts#Money (with all in it, 2 symbols)
├─ packages/core/src/money.ts#Money
└─ packages/core/src/money.ts#Money.add
   └─ packages/core/src/money.ts#round [call]
`);
  const whole = (await session.query('deps', { target: 'packages/orders/src/order.ts', level: 'symbol' })) as Envelope;
  const { chunks } = await renderAnswer(whole, { format: 'mermaid', colors, maxNodes: 5 });
  const small = [...chunks].join('');
  expect(small).toContain('%% solid: used when it runs; broken: in types only');
  expect(small).toMatch(/<br\/>\d+ symbols/);
  const dot = await draw('deps', { target: 'checkout', level: 'symbol' }, 'dot');
  expect(dot).toContain(
    '"apps/web/src/routes/checkout.ts#checkout" [label="apps/web/src/routes/checkout.ts#checkout", penwidth=2.5]',
  );
  expect(dot).toMatch(
    /"packages\/orders\/src\/order.ts#Order" -> "packages\/orders\/src\/order.ts#Store" \[style=dashed/,
  );
});

it('the line beside a part of a list says of how many', async () => {
  const envelope = (await session.query('refs', { symbol: 'Order', limit: 3 })) as Envelope;
  expect(summaryLine(envelope)).toMatch(/^3 of 4 sites, cut off when the answer became too large; from /);
});
