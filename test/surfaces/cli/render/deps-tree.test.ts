import pico from 'picocolors';
import { describe, expect, it } from 'vitest';
import type { Envelope } from '../../../../src/base/envelope.ts';
import { drawDeps } from '../../../../src/surfaces/cli/render/deps-tree.ts';
import { type Project, recordsOf, shop } from '../../../builders/image-records.ts';
import { sessionOf } from '../../../builders/session-of.ts';

const plain = pico.createColors(false);

async function draw(params: Record<string, unknown>, project?: Project): Promise<string> {
  const session = sessionOf(project ? recordsOf(project) : shop);
  return drawDeps((await session.query('deps', params)) as Envelope, plain);
}

it('says what is not a plain import of a module', async () => {
  expect(await draw({ target: 'apps/web/src/main.ts' })).toBe(`apps/web/src/main.ts
├─ apps/web/src/routes/checkout.ts [dynamic]
│  └─ packages/orders/src/index.ts [static, type] (↓ shown below)
├─ packages/orders/src/index.ts
│  ├─ packages/orders/src/customer.ts [export-from, type]
│  │  ├─ packages/orders/src/order.ts (↓ shown below)
│  │  └─ ?:./loyalty (unresolved)
│  └─ packages/orders/src/order.ts [export-from]
│     ├─ packages/core/src/index.ts
│     │  └─ packages/core/src/money.ts [export-from]
│     │     ├─ packages/core/src/money.ts [type] (↑ shown above)
│     │     └─ packages/core/currencies.json [require]
│     ├─ packages/orders/src/customer.ts [type] (↑ shown above)
│     └─ npm:zod (external)
├─ apps/web/src/logo.svg [asset]
└─ node:process (builtin)
`);
});

it('goes up from the target under reverse', async () => {
  expect(await draw({ target: 'npm:zod', reverse: true, depth: 2 })).toBe(`npm:zod (external)
└─ packages/orders/src/order.ts
   ├─ packages/orders/src/customer.ts
   │  ├─ packages/orders/src/index.ts [export-from, type] (↓ shown below)
   │  └─ packages/orders/src/order.ts [type] (↑ shown above)
   └─ packages/orders/src/index.ts [export-from]
      └─ … 2 more below depth 2
`);
});

it('puts a package above its modules', async () => {
  expect(await draw({ target: '@shop/core', depth: 0 })).toBe(`@shop/core (package, 3 modules)
├─ packages/core/src/index.ts
│  └─ packages/core/src/money.ts [export-from] (↓ shown below)
├─ packages/core/src/money.ts
│  ├─ packages/core/src/money.ts [type] (↑ shown above)
│  └─ … 1 more below depth 0
└─ packages/core/src/unused-currency.ts
`);
});

it('prints nothing that drives a terminal', async () => {
  const tree = await draw({ target: 'src/till.ts' }, { edges: [['src/till.ts', '?:./\u001b]0;owned\u0007']] });
  expect(tree).toBe('src/till.ts\n└─ ?:./\\u001b]0;owned\\u0007 (unresolved)\n');
});

describe('every module of an answer', () => {
  const modules = Array.from({ length: 12 }, (_, number) => `src/aisle-${number}.ts`);
  // Every module imports three others, so there are many ways to each.
  const edges = modules.flatMap((from, at) =>
    [1, 4, 7].map((step) => [from, modules[(at + step) % 12] ?? from] as const),
  );

  it('unfolds once, as deep as it is far away', async () => {
    const session = sessionOf(recordsOf({ edges }));
    const envelope = (await session.query('deps', { target: 'src/aisle-0.ts' })) as Envelope;
    const { nodes } = envelope.result as { nodes: { id: string; depth: number }[] };
    const unfolded = drawDeps(envelope, plain)
      .trimEnd()
      .split('\n')
      .filter((line) => !line.includes('shown'))
      .map((line) => `${line.search(/src/) / 3} ${line.slice(line.search(/src/))}`);
    expect(unfolded.sort()).toEqual(nodes.map(({ id, depth }) => `${depth} ${id}`).sort());
  });
});
