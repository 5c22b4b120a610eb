import { describe, expect, it } from 'vitest';
import type { CyclesParams, CyclesResult } from '../../src/queries/cycles/cycle-schemas.ts';
import { cycles } from '../../src/queries/cycles.ts';
import { contextOf } from '../builders/context-of.ts';
import { type Project, recordsOf } from '../builders/image-records.ts';
import { indexedContext } from '../builders/indexed-context.ts';
import type { ProjectFiles } from '../builders/project.ts';

const DEFAULTS: CyclesParams = { class: [], level: 'module', cures: 'imports', threshold: 99, limit: 100 };

const answer = (project: Project, params: Partial<CyclesParams> = {}) =>
  cycles.run(contextOf(recordsOf(project)), { ...DEFAULTS, ...params });
const ask = (project: Project, params: Partial<CyclesParams> = {}): CyclesResult => answer(project, params).result;

/** Of a project on disk, through scan, parser, extractors and linking. */
const askFiles = async (files: ProjectFiles, params: Partial<CyclesParams> = {}): Promise<CyclesResult> =>
  cycles.run(await indexedContext(files), { ...DEFAULTS, ...params }).result;

const said = ({ components }: CyclesResult): string[] =>
  components.map(({ class: name, cycle }) => `${name}: ${cycle.map(({ from, kind }) => `${from} ${kind}`).join(', ')}`);

const ring: Project = {
  edges: [
    ['mill.ts', 'flour.ts'],
    ['flour.ts', 'mill.ts', ['type']],
    ['flour.ts', 'bread.ts'],
    ['bread.ts', 'flour.ts', ['dynamic']],
    ['bread.ts', 'bread.ts', ['type']],
    ['bread.ts', 'npm:zod'],
  ],
};

describe('cycles', () => {
  it('are told apart by when their imports run; each step has its place', () => {
    const result = ask(ring);
    expect(said(result)).toEqual([
      'deferred: bread.ts dynamic, flour.ts static',
      'type-only: flour.ts type, mill.ts static',
      'type-only: bread.ts type',
    ]);
    expect(result).toMatchObject({ verdict: 'found', known: 1, counts: { runtime: 0, deferred: 1, 'type-only': 2 } });
    expect(result.components[1]).toMatchObject({
      id: 'type-only:bread.ts',
      modules: ['bread.ts', 'flour.ts', 'mill.ts'],
      contains: ['deferred:bread.ts'],
    });
    expect(result.components[0]?.cycle[0]).toEqual({
      from: 'bread.ts',
      to: 'flour.ts',
      kind: 'dynamic',
      location: { path: 'bread.ts', line: 2, column: 20, endLine: 2, endColumn: 32 },
      specifier: './flour.ts',
    });
  });

  it('of other classes are counted, not listed', () => {
    const result = ask(ring, { class: ['runtime', 'deferred'] });
    expect(result.components.map(({ id }) => id)).toEqual(['deferred:bread.ts']);
    expect(result.counts).toEqual({ runtime: 0, deferred: 1, 'type-only': 2 });
    expect(ask(ring, { class: ['runtime'] })).toMatchObject({ verdict: 'none', components: [] });
  });

  it('come in pages', () => {
    const { result, page, truncated } = answer(ring, { limit: 1 });
    expect([result.components.length, page?.total, truncated]).toEqual([1, 3, 'size']);
    const next = answer(ring, { limit: 2, cursor: page?.cursor ?? '' });
    expect(next.result.components.map(({ id }) => id)).toEqual(['type-only:bread.ts', 'type-only:bread.ts:self']);
  });

  it('through mocks, resolved names and assets are none', () => {
    const edges: Project['edges'] = [
      ['mill.ts', 'flour.ts'],
      ['flour.ts', 'mill.ts', ['mock', 'resolve', 'asset']],
    ];
    expect(ask({ edges }).verdict).toBe('none');
  });

  it('of packages are those of their modules together', () => {
    const packages = [
      { name: '@mill/flour', directory: 'flour' },
      { name: '@mill/bread', directory: 'bread' },
    ];
    const edges: Project['edges'] = [
      ['flour/rye.ts', 'bread/crust.ts', ['type']],
      ['flour/wheat.ts', 'bread/crumb.ts'],
      ['bread/loaf.ts', 'flour/wheat.ts'],
      ['bread/loaf.ts', 'bread/crumb.ts'],
    ];
    expect(ask({ packages, edges }).verdict).toBe('none');
    const result = ask({ packages, edges }, { level: 'package' });
    expect(said(result)).toEqual(['runtime: @mill/bread static, @mill/flour static']);
    expect(result.components[0]?.cycle.map(({ location }) => location.path)).toEqual([
      'bread/loaf.ts',
      'flour/wheat.ts',
    ]);
  });
});

describe('of sources', () => {
  it('the place decides what a require and a glob are', async () => {
    const result = await askFiles({
      'mill.js': "const flour = require('./flour');\n",
      'flour.js': "function late() { return require('./mill'); }\n",
      'page.ts': "export const pages = import.meta.glob('./pages/*.ts', { eager: true });\n",
      'pages/home.ts': "import { pages } from '../page';\nexport const home = pages;\n",
      'lazy.ts': "export const rooms = import.meta.glob('./rooms/*.ts');\n",
      'rooms/oven.ts': "import { rooms } from '../lazy';\nexport const oven = rooms;\n",
    });
    expect(said(result)).toEqual([
      'runtime: page.ts glob, pages/home.ts static',
      'deferred: flour.js require, mill.js require',
      'deferred: lazy.ts glob, rooms/oven.ts static',
    ]);
  });

  it('a comment leaves an import out, and the answer says so', async () => {
    const files = {
      'mill.ts': "import { flour } from './flour';\nexport const mill = () => flour;\n",
      'flour.ts': "import {\n  mill,\n} from './mill';\nexport const flour = () => mill;\n",
    };
    expect(await askFiles(files)).toMatchObject({ verdict: 'found', ignored: 0 });
    const flour = `// introspect-ignore-next-line cycles -- they grew up together\n${files['flour.ts']}`;
    expect(await askFiles({ ...files, 'flour.ts': flour })).toMatchObject({ verdict: 'none', ignored: 1 });
  });
});

describe('the verdict', () => {
  const edges: Project['edges'] = [
    ['mill.ts', 'flour.ts'],
    ['flour.ts', '?:./gone'],
  ];

  it('is not `none` where too little is known', () => {
    expect(ask({ edges })).toMatchObject({ verdict: 'unknown', known: 0.5 });
    expect(ask({ edges }, { threshold: 50 })).toMatchObject({ verdict: 'none', known: 0.5 });
    expect(ask({ edges: [...edges, ['flour.ts', 'mill.ts']] })).toMatchObject({ verdict: 'found', known: 0.6666 });
  });

  it.each([
    ['?:zod', 1],
    ['?:@scope/name/deep', 1],
    ['?:./styles.css', 1],
    ['?:@/flour', 0.5],
    ['?:~/flour', 0.5],
    ['?:#flour', 0.5],
    ['?:@mill/bread', 0.5],
  ])('counts an import of %s by whether it could be a module', (id, known) => {
    const packages = [{ name: '@mill/bread', directory: 'bread' }];
    expect(
      ask({
        packages,
        edges: [
          ['bread/mill.ts', 'bread/flour.ts'],
          ['bread/mill.ts', id],
        ],
      }).known,
    ).toBe(known);
  });

  it('minds a file that could not be read only if something imports it', () => {
    const diagnostics = [{ path: 'flour.ts', code: 'syntax-error', message: '', line: 1, column: 1 }] as const;
    expect(ask({ edges: [['mill.ts', 'flour.ts']], diagnostics })).toMatchObject({ verdict: 'unknown', known: 0.5 });
    expect(ask({ modules: ['mill.ts', 'flour.ts'], diagnostics })).toMatchObject({ verdict: 'none', known: 1 });
  });
});

describe('reasons to fail', () => {
  const reason = (project: Project, value: string, params: Partial<CyclesParams> = {}) =>
    cycles.failOn?.reason(ask(project, params), value, { ...DEFAULTS, ...params });

  it('are cycles of the class or of one within it, also those that are not listed', () => {
    expect(reason(ring, 'runtime')).toBeNull();
    expect(reason(ring, 'deferred')).toBe('cycles: 1 deferred');
    expect(reason(ring, 'type-only', { limit: 1 })).toBe('cycles: 1 deferred, 2 type-only');
    expect(reason(ring, 'deferred', { class: ['type-only'] })).toBe('cycles: 1 deferred');
  });

  it('are there too when too little is known, whatever else was found', () => {
    const project: Project = { edges: [...(ring.edges ?? []), ['mill.ts', '?:./gone']] };
    expect(reason(project, 'runtime')).toBe('cycles: only 83.33 % is known, too little to say');
    expect(reason(project, 'runtime', { threshold: 80 })).toBeNull();
  });
});
