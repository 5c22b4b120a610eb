import { describe, expect, it } from 'vitest';
import { keysOf } from '../../src/queries/check/known-findings.ts';
import { checkProject, pairsOf, type RuleText } from '../builders/check-rules.ts';
import { type Project, recordsOf } from '../builders/image-records.ts';

const shop: Project = {
  packages: [
    { name: 'shop', directory: '' },
    { name: '@shop/core', directory: 'packages/core' },
    { name: '@shop/orders', directory: 'packages/orders' },
  ],
  modules: ['packages/core/alone.ts'],
  edges: [
    ['apps/web/main.ts', 'packages/orders/index.ts'],
    ['apps/web/main.ts', 'apps/web/page.ts', ['dynamic']],
    ['apps/web/page.ts', 'packages/core/money.ts', ['static', 'type']],
    ['packages/orders/index.ts', 'packages/orders/order.ts', ['export-from']],
    ['packages/orders/order.ts', 'packages/core/money.ts', ['type']],
    ['packages/orders/order.ts', 'npm:zod'],
    ['packages/orders/order.ts', '?:./gone'],
    ['packages/core/money.ts', 'node:fs'],
    ['packages/core/money.ts', 'packages/core/money.ts'],
    ['packages/core/money.ts', 'packages/orders/order.ts', ['require']],
  ],
};
const found = (...rules: RuleText[]) => pairsOf(checkProject(shop, rules));

describe('imports', () => {
  it('that are forbidden, between globs, packages, tags and expressions', () => {
    expect(found({ type: 'forbidden', from: 'packages/core', to: 'packages/orders/**' })).toEqual([
      'forbidden: packages/core/money.ts → packages/orders/order.ts',
    ]);
    expect(found({ type: 'forbidden', from: 'package:@shop/*', to: 'npm:*' })).toEqual([
      'forbidden: packages/orders/order.ts → npm:zod',
    ]);
    expect(found({ type: 'forbidden', from: 're:^packages/([^/]+)/', to: ['packages/**', '!packages/$1'] })).toEqual([
      'forbidden: packages/core/money.ts → packages/orders/order.ts',
      'forbidden: packages/orders/order.ts → packages/core/money.ts',
    ]);
    const tags = { libraries: ['packages/**', '!tag:core'], core: 'package:@shop/core' };
    const rule = { type: 'forbidden', from: 'tag:libraries', to: '!tag:libraries' };
    expect(pairsOf(checkProject(shop, [rule], { tags }))).toEqual([
      'forbidden: packages/orders/order.ts → packages/core/money.ts',
      'forbidden: packages/orders/order.ts → npm:zod',
    ]);
  });

  it('are of the kinds that a rule looks at, each with its place', () => {
    const rule = { type: 'forbidden', from: '**', to: 'packages/core/**' };
    expect(found({ ...rule, kinds: ['type'] })).toHaveLength(2);
    expect(found({ ...rule, kinds: ['!type'] })).toEqual(['forbidden: apps/web/page.ts → packages/core/money.ts']);
    const { findings } = checkProject(shop, [{ ...rule, kinds: ['type'] }]);
    expect(findings[0]).toMatchObject({ count: 1, location: { path: 'apps/web/page.ts', line: 2, column: 20 } });
    expect(found({ type: 'kinds', from: '**', to: 'packages/core/**', only: ['type'] })).toEqual([
      'kinds: apps/web/page.ts → packages/core/money.ts',
    ]);
  });

  it('that lead nowhere break only a rule that says so', () => {
    expect(found({ type: 'only', from: 'packages/orders', to: ['npm:zod', 'packages/core'] })).toEqual([]);
    expect(found({ type: 'forbidden', from: '**', to: '?:*' })).toEqual([
      'forbidden: packages/orders/order.ts → ?:./gone',
    ]);
  });

  it('may lead only there, or be only those that are allowed', () => {
    expect(found({ type: 'only', from: 'packages/core', to: 'node:*' })).toEqual([
      'only: packages/core/money.ts → packages/orders/order.ts',
    ]);
    const imports = [
      { from: 'apps/**', to: '**' },
      { from: 'packages/**', to: 'packages/**', kinds: ['export-from', 'type'] },
      { from: '**', to: ['npm:*', 'node:*'] },
    ];
    expect(found({ type: 'allowed', imports })).toEqual(['allowed: packages/core/money.ts → packages/orders/order.ts']);
  });

  it('are required', () => {
    expect(found({ type: 'required', from: ['packages/**', '!packages/core'], to: 'packages/core' })).toEqual([
      'required: packages/orders/index.ts',
    ]);
  });

  it('go down the layers, or to the next one', () => {
    const layers = [
      { name: 'apps', modules: 'apps/**' },
      { name: 'orders', modules: 'packages/orders/**' },
      { name: 'core', modules: 'packages/core/**' },
    ];
    expect(found({ type: 'layers', layers })).toEqual(['layers: packages/core/money.ts → packages/orders/order.ts']);
    expect(found({ type: 'layers', layers, strict: true })).toEqual([
      'layers: apps/web/page.ts → packages/core/money.ts',
      'layers: packages/core/money.ts → packages/orders/order.ts',
    ]);
  });

  it('do not lead from one independent folder to another', () => {
    expect(found({ type: 'independent', folders: ['packages/*', '!packages/orders'] })).toEqual([]);
    expect(found({ type: 'independent', folders: 'packages/*' })).toHaveLength(2);
  });
});

describe('chains of imports', () => {
  it('must not lead there: one finding a beginning, with a shortest chain', () => {
    const { findings } = checkProject(shop, [{ type: 'must-not-reach', from: 'apps/**', to: 'node:*' }]);
    expect(findings.map(({ path }) => path)).toEqual([
      ['apps/web/main.ts', 'apps/web/page.ts', 'packages/core/money.ts', 'node:fs'],
      ['apps/web/page.ts', 'packages/core/money.ts', 'node:fs'],
    ]);
    expect(found({ type: 'must-not-reach', from: 'apps/**', to: 'node:*', kinds: ['!dynamic', '!static'] })).toEqual(
      [],
    );
  });

  it('must lead there, or come from there', () => {
    expect(found({ type: 'must-reach', from: 'packages/**', to: 'npm:zod' })).toEqual([
      'must-reach: packages/core/alone.ts',
    ]);
    expect(found({ type: 'must-be-reached', from: 'apps/web/main.ts', to: '**' })).toEqual([
      'must-be-reached: packages/core/alone.ts',
    ]);
  });

  it('must go through something', () => {
    expect(found({ type: 'via', from: 'apps/**', to: 'npm:zod', via: 'packages/core' })).toEqual([
      'via: apps/web/main.ts → npm:zod',
    ]);
    expect(found({ type: 'via', from: 'apps/**', to: 'npm:zod', via: 'packages/orders' })).toEqual([]);
  });
});

it('finds cycles of a class, and lets those be that are allowed', () => {
  const cycles = { type: 'no-cycles', class: 'type-only' };
  const { findings } = checkProject(shop, [cycles]);
  expect(findings.map(({ modules, count }) => [modules, count])).toEqual([
    [['packages/core/money.ts', 'packages/orders/order.ts'], 2],
    [['packages/core/money.ts'], 1],
  ]);
  expect(found({ ...cycles, class: 'runtime' })).toEqual(['no-cycles: packages/core/money.ts']);
  expect(found({ ...cycles, allow: ['packages/**'] })).toEqual([]);
  expect(found({ ...cycles, modules: 'apps/**' })).toEqual([]);
  expect(found({ ...cycles, level: 'package', allow: ['@shop/core'] })).toEqual(['no-cycles: @shop/core']);
  expect(found({ ...cycles, level: 'package', allow: ['@shop/*'] })).toEqual([]);
});

it('finds orphans: what imports only itself is none the less', () => {
  const edges = [['itself.ts', 'itself.ts'] as const];
  expect(pairsOf(checkProject({ modules: ['lone.ts'], edges }, [{ type: 'no-orphans', modules: '**' }]))).toEqual([
    'no-orphans: itself.ts',
    'no-orphans: lone.ts',
  ]);
});

describe('a baseline', () => {
  const rules = [{ type: 'forbidden', from: '**', to: 'packages/core/**' }];
  const entriesOf = (project: Project, use: RuleText[] = rules) =>
    checkProject(project, use).findings.map(({ fingerprint, count }) => `${fingerprint}:${count}`);

  it('knows what was found before, wherever it stands now, until there is more of it', () => {
    const baseline = entriesOf(shop);
    expect(checkProject(shop, rules, { baseline }).counts).toEqual({ error: 0, warning: 0, note: 0, baseline: 2 });
    // Another import before it moves every line.
    const moved: Project = {
      ...shop,
      edges: [['packages/orders/order.ts', 'a.ts', ['static', 'type']], ...(shop.edges ?? [])],
    };
    expect(checkProject(moved, rules, { baseline }).counts.baseline).toBe(2);
    const more: Project = {
      ...shop,
      edges: (shop.edges ?? []).map(([from, to, kinds]) =>
        kinds?.[0] === 'type' ? ([from, to, ['static', 'type']] as const) : ([from, to, kinds ?? ['static']] as const),
      ),
    };
    expect(checkProject(more, rules, { baseline }).counts).toMatchObject({ error: 1, baseline: 1 });
  });

  it('says what is gone', () => {
    const { gone, counts } = checkProject({ edges: [] }, rules, { baseline: entriesOf(shop) });
    expect(gone).toEqual(entriesOf(shop).map((entry) => ({ fingerprint: entry.slice(0, 16) })));
    expect(counts.baseline).toBe(0);
  });

  it('knows a cycle that shrinks, and not one that grows', () => {
    const ring = (...names: string[]): Project => ({
      edges: names.map((name, at) => [`${name}.ts`, `${names[(at + 1) % names.length]}.ts`] as const),
    });
    const rule: RuleText[] = [{ type: 'no-cycles' }];
    const { findings } = checkProject(ring('a', 'b', 'c'), rule);
    // As the command line writes it: an entry for each module.
    const baseline = ['a', 'b', 'c'].map((name) => {
      const [alone] = checkProject(ring(name, 'zz'), rule).findings;
      return `${alone?.fingerprint}:${findings[0]?.count}`;
    });
    expect(checkProject(ring('b', 'c'), rule, { baseline }).counts.baseline).toBe(1);
    expect(checkProject(ring('a', 'b', 'c', 'd'), rule, { baseline }).counts).toMatchObject({ error: 1, baseline: 0 });
  });

  it('knows all that is found of a module that is in two circles and imports itself', () => {
    const project: Project = {
      edges: [
        ['a.ts', 'a.ts'],
        ['a.ts', 'b.ts'],
        ['b.ts', 'a.ts'],
        ['b.ts', 'c.ts', ['type']],
        ['c.ts', 'a.ts', ['type']],
      ],
    };
    const rule: RuleText[] = [{ type: 'no-cycles', class: 'type-only' }];
    const { findings } = checkProject(project, rule);
    expect(findings.map(({ modules }) => modules?.length)).toEqual([2, 3, 1]);
    const keys = findings.flatMap((finding) => [...keysOf(finding)]);
    const baseline = keys.map(({ fingerprint, count }) => `${fingerprint}:${count}`);
    // In whatever order a merge leaves the lines of the file.
    for (const entries of [baseline, [...baseline].reverse()]) {
      expect(checkProject(project, rule, { baseline: entries }).counts).toMatchObject({ error: 0, baseline: 3 });
    }
    const [alone] = findings.slice(-1).flatMap((finding) => [...keysOf(finding)]);
    expect(keys.filter(({ fingerprint }) => fingerprint === alone?.fingerprint)).toHaveLength(1);
  });
});

it('shows only what is about files that changed, the others counting neither, nor in the verdict', () => {
  const all = { type: 'forbidden', from: '**', to: 'packages/core/**' };
  expect(checkProject(shop, [all]).verdict).toBe('found');
  const other = { changed: 'packages/core/alone.ts', threshold: 0 };
  expect(checkProject(shop, [all], other)).toMatchObject({ verdict: 'none', findings: [] });
  expect(checkProject(shop, [all], { ...other, threshold: 100 }).verdict).toBe('unknown');
  const rule = { type: 'must-not-reach', from: 'apps/**', to: 'node:*' };
  const about = (changed: string) => pairsOf(checkProject(shop, [rule], { changed }));
  expect(about('apps/web/page.ts\nREADME.md')).toHaveLength(2);
  expect(about('apps/web/main.ts')).toEqual(['must-not-reach: apps/web/main.ts → node:fs']);
  expect(about('packages/core/alone.ts')).toEqual([]);
  expect(about('\n')).toEqual([]);
});

it('does not say none when too little is known', () => {
  const lost: Project = {
    edges: [
      ['a.ts', '?:./b'],
      ['a.ts', 'c.ts'],
    ],
  };
  const rule = { type: 'forbidden', from: 'a.ts', to: 'd.ts' };
  expect(checkProject(lost, [rule])).toMatchObject({ verdict: 'unknown', known: 0.5, findings: [] });
  expect(checkProject(lost, [rule], { threshold: 50 }).verdict).toBe('none');
});

it('notes what selects nothing', () => {
  const { notes } = checkProject(shop, [{ type: 'forbidden', from: ['apps/**', 'nowhere'], to: 'npm:left-pad' }]);
  expect(notes).toEqual(['nowhere'].map((term) => ({ rule: 'forbidden', message: `\`${term}\` selects nothing` })));
});

describe('rules that cannot be', () => {
  const both = { from: 'apps/**', to: 'packages/**' };
  it.each<[string, RuleText[], RegExp]>([
    ['none at all', [], /no rules/],
    [
      'two of one name',
      [
        { type: 'no-orphans', modules: '**' },
        { type: 'no-orphans', modules: 'a' },
      ],
      /two rules have the name `no-orphans`/,
    ],
    ['a tag that there is not', [{ type: 'no-orphans', modules: 'tag:cor' }], /there is no tag `cor`/],
    ['a tag of itself', [{ type: 'no-orphans', modules: 'tag:loop' }], /`loop` names itself/],
    ['a bad expression', [{ type: 'no-orphans', modules: 're:(' }], /`\(` is not a regular expression/],
    ['an endless one', [{ type: 'no-orphans', modules: 're:(a+)+$' }], /could take for ever/],
    ['a bad glob', [{ type: 'no-orphans', modules: 'src/[a' }], /is not a glob/],
    [
      '$1 of no group',
      [{ type: 'forbidden', from: 'apps/**', to: 'x/$1' }],
      /needs a `from` that is one regular expression/,
    ],
    ['$1 in a chain', [{ type: 'must-not-reach', from: 're:(a)', to: '$1' }], /single imports/],
    [
      'one that requires what another forbids',
      [
        { type: 'required', ...both },
        { type: 'forbidden', from: '**', to: 'packages/**' },
      ],
      /`required`: requires what rule `forbidden` forbids/,
    ],
    [
      'a module in two layers',
      [
        {
          type: 'layers',
          layers: [
            { name: 'up', modules: 'apps' },
            { name: 'down', modules: '**' },
          ],
        },
      ],
      /`apps\/web\/main.ts` is in two layers, `up` and `down`/,
    ],
  ])('%s', (_, rules, message) => {
    expect(() => checkProject(shop, rules, { tags: { core: 'x', loop: 'tag:loop' } })).toThrow(message);
  });
});

describe('what manifests say', () => {
  const own = { isPrivate: false, isNamed: true, isBroken: false, isMember: true, isHoisting: false };
  const packages = ['', 'packages/core', 'packages/orders'].map((directory) => ({
    ...own,
    name: directory === '' ? 'shop' : directory.replace('packages', '@shop'),
    directory,
    manifest: `${directory}/package.json`,
  }));
  const declared = (own: number, name: string, kind: 'prod' | 'dev' | 'peer') => ({
    ...{ package: own, name, kind, range: '*', line: 1, isNamed: false, isOptionalPeer: false },
  });
  const findings = (rule: RuleText, manifests: object) => pairsOf(checkProject(shop, [rule], { manifests }));

  it('is how packages may be imported', () => {
    const rule = { type: 'dependencies', from: 'packages/**', not: ['development', 'undeclared'] };
    const toZod = ['dependencies: packages/orders/order.ts → npm:zod'];
    expect(findings(rule, { packages })).toEqual(toZod);
    expect(findings(rule, { packages, dependencies: [declared(2, 'zod', 'dev')] })).toEqual(toZod);
    expect(findings(rule, { packages, dependencies: [declared(2, 'zod', 'dev'), declared(2, 'zod', 'peer')] })).toEqual(
      [],
    );
    // The nearest manifest above that names it, and types under their own name.
    expect(findings(rule, { packages, dependencies: [declared(0, 'zod', 'prod')] })).toEqual([]);
    expect(findings(rule, { packages, dependencies: [declared(0, '@types/zod', 'dev')] })).toEqual(toZod);
    expect(findings(rule, { packages, dependencies: [declared(1, 'zod', 'prod')] })).toEqual(toZod);
    const broken = packages.map((one) => ({ ...one, isBroken: true }));
    expect(findings(rule, { packages: broken })).toEqual([]);
  });

  it('is where packages are entered', () => {
    const entry = (id: string, kind: 'main' | 'script') => ({
      ...{ package: 2, kind, key: '.', condition: '', target: '', missing: '' as const, line: 1 },
      node: recordsOf(shop).graph.ids.indexOf(id),
    });
    const rule = { type: 'entry-only', packages: '@shop/*' };
    const manifests = {
      packages,
      entries: [entry('packages/orders/index.ts', 'main'), entry('packages/orders/order.ts', 'script')],
    };
    expect(findings(rule, manifests)).toEqual(['entry-only: packages/core/money.ts → packages/orders/order.ts']);
    const { notes } = checkProject(shop, [rule], { manifests });
    expect(notes).toEqual([{ rule: 'entry-only', message: 'of `@shop/core` no entry is known' }]);
  });
});

it('finds packages that depend on less stable ones', () => {
  const packages = ['a', 'b', 'c'].map((name) => ({ name, directory: name }));
  const edges = [
    ['a/1.ts', 'b/1.ts'],
    ['c/1.ts', 'a/1.ts'],
    ['b/1.ts', 'c/2.ts'],
    ['b/1.ts', 'a/2.ts'],
  ] as const;
  // Of two ways out and in: a 1/3 (out b; in b, c), b 2/3 (out a, c; in a), c 1/2.
  expect(pairsOf(checkProject({ packages, edges }, [{ type: 'stability' }]))).toEqual(['stability: a → b']);
});
