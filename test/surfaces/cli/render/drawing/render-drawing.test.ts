import fc from 'fast-check';
import pico from 'picocolors';
import { describe, expect, it } from 'vitest';
import type { Envelope } from '../../../../../src/base/envelope.ts';
import { dotOf } from '../../../../../src/surfaces/cli/render/drawing/dot.ts';
import type { Drawing } from '../../../../../src/surfaces/cli/render/drawing/drawing.ts';
import { mermaidOf } from '../../../../../src/surfaces/cli/render/drawing/mermaid.ts';
import { renderDrawing } from '../../../../../src/surfaces/cli/render/drawing/render-drawing.ts';
import { type Project, recordsOf, shop } from '../../../../builders/image-records.ts';
import { sessionOf } from '../../../../builders/session-of.ts';

const plain = pico.createColors(false);

interface Asked {
  readonly query?: string;
  readonly params?: Record<string, unknown>;
  readonly project?: Project;
  readonly maxNodes?: number;
}

async function draw(
  format: 'dot' | 'mermaid' | 'tree',
  { query = 'graph', params = {}, project, maxNodes }: Asked = {},
) {
  const session = sessionOf(project ? recordsOf(project) : shop);
  const { chunks, notes } = renderDrawing((await session.query(query, params)) as Envelope, format, plain, maxNodes);
  return { text: [...chunks].join(''), notes };
}

describe('in words', () => {
  it('is each module with what it imports below it', async () => {
    const { text, notes } = await draw('tree', { params: { include: ['packages/orders'] } });
    expect(notes).toEqual([]);
    expect(text).toBe(`packages/orders/src/broken-discount.ts
packages/orders/src/customer.ts
├─ packages/orders/src/order.ts
└─ ?:./loyalty (file-not-found)
packages/orders/src/index.ts
├─ packages/orders/src/customer.ts [export-from, type]
└─ packages/orders/src/order.ts [export-from]
packages/orders/src/order.ts
├─ packages/orders/src/customer.ts [type]
└─ npm:zod (^4.1.0)
`);
  });
});

describe('in Graphviz’ language', () => {
  it('has a frame a package, and lines that tell the kinds apart', async () => {
    const { text } = await draw('dot', { params: { exclude: ['packages/core/src/unused-currency.ts'] } });
    expect(text).toContain('// solid: imported at once; dotted: later');
    expect(text).toContain(`  subgraph "cluster_1" {
    label="@shop/orders  packages/orders/src/";
    "packages/orders/src/broken-discount.ts" [label="broken-discount.ts"];
`);
    expect(text).toContain(
      '"apps/web/src/main.ts" -> "apps/web/src/routes/checkout.ts" [style=dotted, tooltip="dynamic"];',
    );
    expect(text).toContain(
      '"packages/orders/src/order.ts" -> "packages/orders/src/customer.ts" [style=dashed, tooltip="type"];',
    );
    expect(text).toContain('"packages/orders/src/order.ts" -> "npm:zod" [color="#b8c0c8", tooltip="static"];');
  });

  it('shows the target of deps, and how much the depth limit hides', async () => {
    const { text } = await draw('dot', { query: 'deps', params: { target: 'order.ts', depth: 1 } });
    expect(text).toContain('[label="order.ts", penwidth=2.5];');
    expect(text).toContain('[label="packages/core/src/index.ts\\n… 1 more import"];');
    expect(text).toContain('"npm:zod" [label="npm:zod\\n^4.1.0", shape=ellipse');
  });
});

describe('in Mermaid’s', () => {
  it('numbers its boxes, and names the arrows that are followed later', async () => {
    const { text } = await draw('mermaid', { params: { focus: 'checkout.ts' } });
    expect(text).toBe(`flowchart LR
  %% introspect graph
  %% solid: imported at once; dotted: types only, or, where it says so, later (dynamic, glob, resolve, mock, asset)
  subgraph s0["@shop/orders"]
    n2["packages/orders/src/index.ts"]
  end
  subgraph s1["shop  apps/web/src/"]
    n0["main.ts"]
    n1["routes/checkout.ts"]
  end
  n0 -. later .-> n1
  n0 --> n2
  n1 --> n2
  classDef target stroke-width:3px
  class n1 target
`);
  });
});

describe('a drawing of more nodes than can be read', () => {
  const modules = Array.from(
    { length: 90 },
    (_, index) => `src/${index % 3 === 0 ? 'cart' : 'orders'}/part-${index}.ts`,
  );
  const project: Project = {
    edges: [
      ...modules.map((path, index) => [path, modules[(index * 7 + 1) % 90] ?? ''] as const),
      ...modules.slice(0, 9).map((path, index) => [path, `npm:package-${index % 2}`] as const),
      ['src/cart/part-0.ts', 'node:fs'],
      ['src/cart/part-0.ts', '?:./gone'],
      ['src/orders/part-1.ts', '?:./lost'],
    ],
  };
  const boxesOf = (text: string): number => text.match(/^ *"[^"]*" \[label=/gm)?.length ?? 0;

  it.each([60, 20, 5])('is collapsed to %i, and says so in it and beside it', async (maxNodes) => {
    const { text, notes } = await draw('dot', { project, maxNodes });
    expect(boxesOf(text)).toBe(maxNodes);
    expect(notes).toEqual([expect.stringMatching(new RegExp(`^95 nodes are drawn as ${maxNodes}: .*--no-collapse`))]);
    expect(text).toContain(`  // ${notes[0]}\n`);
    expect(text).toContain('"?:*" [label="?:*\\n2 unresolved"');
  });

  it('is collapsed to 60 when nobody says otherwise, in every language', async () => {
    expect(boxesOf((await draw('dot', { project })).text)).toBe(60);
    expect((await draw('mermaid', { project })).text).toContain('%% 95 nodes are drawn as 60');
    expect((await draw('tree', { project })).notes).toHaveLength(1);
  });

  it('is whole when that is asked for', async () => {
    const { text, notes } = await draw('dot', { project, maxNodes: Number.POSITIVE_INFINITY });
    expect([boxesOf(text), notes]).toEqual([95, []]);
  });

  it('counts what is outside the project where it is imported, and loses no arrow between boxes', async () => {
    const { text } = await draw('tree', { project, maxNodes: 5 });
    expect(text).toMatch(/^src\/.* \(\d+ files, 2 npm, 1 node\)$/m);
    expect(text).not.toContain('npm:package');
  });

  it('is the same every time', async () => {
    expect(await draw('dot', { project, maxNodes: 20 })).toEqual(await draw('dot', { project, maxNodes: 20 }));
  });

  it('has no more edges than Mermaid draws', async () => {
    const dense = Array.from({ length: 50 }, (_, index) => `src/${index % 5}/${index}.ts`);
    const edges = dense.flatMap((from) => dense.map((to) => [from, to] as const));
    const { text, notes } = await draw('mermaid', { project: { edges } });
    expect(text.match(/-->/g)?.length).toBeLessThanOrEqual(500);
    expect(notes).toHaveLength(1);
    const whole = await draw('mermaid', { project: { edges }, maxNodes: Number.POSITIVE_INFINITY });
    expect(whole.notes).toEqual([expect.stringContaining('2500 edges are more than the 500')]);
  });
});

it('refuses to draw what is no graph', () => {
  const envelope = { query: 'doctor', result: {} } as Envelope;
  expect(() => renderDrawing(envelope, 'dot', plain, undefined)).toThrow(
    expect.objectContaining({ code: 'CONDUIT_BAD_USAGE' }),
  );
});

describe('names of any kind', () => {
  const sign = fc.constantFrom(
    '/',
    '//',
    '"',
    '\\',
    '\n',
    '<b>',
    '&amp;',
    '%%{',
    '}',
    '#',
    ';',
    '`',
    ']',
    ' ',
    'größe',
    '注文',
    '\u202e',
    'end',
  );
  const id = fc
    .array(fc.oneof(sign, fc.string({ unit: 'binary', maxLength: 2 })), { minLength: 1 })
    .map((parts) => parts.join(''));
  const drawing: fc.Arbitrary<Drawing> = fc.uniqueArray(id, { minLength: 1, maxLength: 4 }).map((ids) => ({
    title: ids[0] ?? '',
    nodes: ids.map((one, index) => ({
      id: one,
      kind: 'module',
      remark: one,
      package: index < 2 ? 'shop' : one,
      path: one,
      isTarget: false,
    })),
    edges: ids.map((to) => ({ from: ids[0] ?? '', to, kinds: ['static'] })),
  }));

  it('never leave their quotes, in Graphviz’ language', () => {
    // What its scanner takes for a string: https://graphviz.org/doc/info/lang.html
    const string = /"(?:[^"\\\n]|\\[^\n])*"/g;
    fc.assert(
      fc.property(drawing, (given) => {
        const text = [...dotOf(given, null)].join('');
        expect(text.replaceAll(string, '_')).not.toMatch(/["\\]/);
        expect(text.match(/ -> /g)?.length).toBeGreaterThanOrEqual(given.edges.length);
        expect(text.replaceAll(string, '_').match(/^ {2}_ -> _/gm)?.length).toBe(given.edges.length);
      }),
    );
  });

  it('never leave their quotes, in Mermaid’s', () => {
    fc.assert(
      fc.property(drawing, (given) => {
        for (const line of [...mermaidOf(given, given.title)].join('').split('\n')) {
          expect(line).toMatch(
            /^(flowchart LR| {2}%% [^%{}]*| +(subgraph s\d+|n\d+)\["[^"<>`\\]*(<br\/>[^"<>`\\]*)?"\]| {2}end| {2}n\d+ --> n\d+|)$/,
          );
        }
      }),
    );
  });
});
