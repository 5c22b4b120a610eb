import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDGE_KINDS, type EdgeKind, edgeKindBit, edgeKindsOf } from '../../../src/base/edge-kinds.ts';
import { NODE_KINDS } from '../../../src/base/node-kinds.ts';
import { linkFacts as link } from '../../../src/facts/link/link-facts.ts';
import { NO_PACKAGE } from '../../../src/facts/link/number-nodes.ts';
import {
  type FileFacts,
  type ImageRecords,
  type Resolution,
  SITE,
  SITE_CONTINUES,
  SITE_PATTERN,
} from '../../../src/facts/records.ts';
import { createFolderLog } from '../../../src/facts/resolve/folder-log.ts';
import type { Resolver } from '../../../src/facts/resolve/resolver.ts';
import { DEFAULT_ERASURE } from '../../../src/facts/resolve/tsconfig/erasure-settings.ts';
import type { Scan } from '../../../src/facts/scan/scan-sources.ts';
import { factsOf, type WrittenSite } from '../support/facts-of.ts';

const SCAN: Scan = {
  files: [],
  directories: [],
  configs: [],
  witnesses: [],
  packages: [],
  manifests: [],
  diagnostics: [],
};

/** Says of a specifier what its first character means; modules by their path. */
const resolver: Resolver = {
  diagnostics: [],
  erasureOf: () => DEFAULT_ERASURE,
  inputs: [],
  log: createFolderLog('/shop', []),
  signature: '',
  signatureOf: () => '',
  mapPattern: () => [],
  leavesIn: () => [],
  resolveEntry: () => 'file-not-found',
  ownerOf: (path) => (path.startsWith('shop/') ? { name: 'shop', directory: 'shop' } : null),
  resolve(_, specifier): Resolution {
    if (specifier.startsWith('@')) return { kind: 'external', id: `npm:${specifier}`, package: specifier };
    if (specifier.startsWith('node:')) return { kind: 'builtin', id: specifier, package: null };
    if (specifier.startsWith('?')) return { kind: 'unresolved', id: `?:${specifier}`, reason: 'file-not-found' };
    if (specifier.endsWith('.json')) return { kind: 'json', id: specifier, package: null };
    return { kind: 'module', id: specifier, package: null };
  },
};

const linkFacts = (facts: readonly FileFacts[], scan: Scan, by: Resolver): ImageRecords =>
  link(facts, scan, by).records;

/** The graph as a reader would list it. */
function listEdges({ graph }: ImageRecords) {
  const edges = [];
  for (let node = 0; node < graph.ids.length; node++) {
    for (let edge = graph.offsets[node] ?? 0; edge < (graph.offsets[node + 1] ?? 0); edge++) {
      const sites = [];
      for (let site = graph.siteOffsets[edge] ?? 0; site < (graph.siteOffsets[edge + 1] ?? 0); site++) {
        const word = (offset: number) => graph.sites[site * SITE.WORDS + offset] ?? 0;
        sites.push(`${word(SITE.LINE)} ${EDGE_KINDS[word(SITE.KIND)]} ${graph.specifiers[word(SITE.SPECIFIER)]}`);
      }
      const to = graph.ids[graph.targets[edge] ?? 0] ?? '';
      edges.push({ from: graph.ids[node] ?? '', to, kinds: edgeKindsOf(graph.masks[edge] ?? 0), sites });
    }
  }
  return edges;
}

describe('the graph', () => {
  it('has one edge for all the ways in which a module names another, sites in source order', () => {
    const records = linkFacts(
      [
        factsOf('cart.ts', [['oven.ts', 'type'], ['@acme/ui'], ['oven.ts', 'dynamic'], ['oven.ts']]),
        factsOf('oven.ts', []),
      ],
      SCAN,
      resolver,
    );
    expect(listEdges(records)).toEqual([
      {
        from: 'cart.ts',
        to: 'oven.ts',
        kinds: ['static', 'dynamic', 'type'],
        sites: ['1 type oven.ts', '3 dynamic oven.ts', '4 static oven.ts'],
      },
      { from: 'cart.ts', to: 'npm:@acme/ui', kinds: ['static'], sites: ['2 static @acme/ui'] },
    ]);
  });

  it('numbers modules first and every other kind after them, each by id', () => {
    const written: WrittenSite[] = [['?z'], ['@b'], ['menu.json'], ['node:fs'], ['@a'], ['node:assert'], ['shop/b.ts']];
    const { graph } = linkFacts([factsOf('shop/a.ts', written), factsOf('shop/b.ts', [])], SCAN, resolver);
    expect(graph.ids).toEqual([
      'shop/a.ts',
      'shop/b.ts',
      'menu.json',
      'npm:@a',
      'npm:@b',
      'node:assert',
      'node:fs',
      '?:?z',
    ]);
    expect([...graph.kinds].map((kind) => NODE_KINDS[kind])).toEqual([
      'module',
      'module',
      'json',
      'external',
      'external',
      'builtin',
      'builtin',
      'unresolved',
    ]);
    expect(graph.packages).toEqual(['@a', '@b', 'shop']);
    expect([...graph.nodePackages]).toEqual([2, 2, NO_PACKAGE, 0, 1, NO_PACKAGE, NO_PACKAGE, NO_PACKAGE]);
    expect([...graph.lines]).toEqual([7, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('has a package of the project and an external one of its name as two', () => {
    const express: Resolver = {
      ...resolver,
      resolve: () => ({ kind: 'external', id: 'npm:shop', package: 'shop' }),
    };
    const { graph } = linkFacts([factsOf('shop/a.ts', [['shop']])], SCAN, express);
    expect([graph.packages, graph.packageDirectories]).toEqual([
      ['shop', 'shop'],
      ['shop', null],
    ]);
    expect([...graph.nodePackages]).toEqual([0, 1]);
  });

  it('says the same as a naive list of edges, whatever the project', () => {
    const names = ['a.ts', 'b.ts', 'c.ts', 'd.ts'];
    const site = fc.tuple(
      fc.constantFrom(...names, '@x', '@y', 'node:fs', '?gone'),
      fc.constantFrom<EdgeKind>(...EDGE_KINDS),
    );
    const project = fc.tuple(...names.map(() => fc.array(site, { maxLength: 12 })));
    fc.assert(
      fc.property(project, (written) => {
        const facts = names.map((name, i) => factsOf(name, written[i] ?? []));
        const records = linkFacts(facts, SCAN, resolver);
        const { graph } = records;
        const naive = new Map<string, number>();
        written.forEach((sites, i) => {
          for (const [specifier, kind] of sites) {
            const key = `${names[i]} ${resolver.resolve('', specifier, kind).id}`;
            naive.set(key, (naive.get(key) ?? 0) | edgeKindBit(kind));
          }
        });
        const edges = listEdges(records);
        expect(new Map(edges.map(({ from, to }, edge) => [`${from} ${to}`, graph.masks[edge]]))).toEqual(naive);
        expect(edges).toHaveLength(naive.size);
        expect(edges.flatMap(({ sites }) => sites)).toHaveLength(written.flat().length);
        expect(graph.sites).toHaveLength(written.flat().length * SITE.WORDS);
        for (let node = 0; node < graph.ids.length; node++) {
          const row = [...graph.targets.subarray(graph.offsets[node], graph.offsets[node + 1])];
          expect(row).toEqual([...new Set(row)].sort((a, b) => a - b));
        }
      }),
    );
  });

  it('is empty for a project without sources', () => {
    const { graph, diagnostics } = linkFacts([], SCAN, resolver);
    expect([graph.ids, [...graph.offsets], [...graph.siteOffsets]]).toEqual([[], [0], [0]]);
    expect(diagnostics).toMatchObject({ files: 0, parsed: 0, failed: 0, lines: 0, unresolved: {} });
  });
});

describe('files that are not wholly known', () => {
  const failed: FileFacts = factsOf('broken.ts', [], {
    status: 'failed',
    diagnostics: [{ path: 'broken.ts', code: 'syntax-error', message: 'Expression expected', line: 3, column: 1 }],
  });
  const minified = factsOf('vendor.js', [['@hidden']], {
    diagnostics: [{ path: 'vendor.js', code: 'skipped-minified', message: '', line: 0, column: 0 }],
  });
  const main = factsOf('main.ts', [['broken.ts'], ['vendor.js'], ['?gone']]);
  const records = linkFacts([failed, main, minified], SCAN, resolver);

  it('are modules when they failed, and are counted', () => {
    expect(records.graph.ids).toEqual(['broken.ts', 'main.ts', '?:?gone', '?:vendor.js']);
    expect(records.diagnostics).toMatchObject({ files: 2, parsed: 1, failed: 1, lines: 3 });
  });

  it('are no modules when they were passed over, and importing them is unresolved', () => {
    expect(records.diagnostics.unresolved).toEqual({ excluded: 1, 'file-not-found': 1 });
    expect(records.diagnostics.unresolvedSites).toEqual([
      { path: 'main.ts', specifier: 'vendor.js', reason: 'excluded', line: 2, column: 8 },
      { path: 'main.ts', specifier: '?gone', reason: 'file-not-found', line: 3, column: 8 },
    ]);
  });

  it('are listed with everything that the earlier stages said, in one order', () => {
    const note = (path: string, line = 0) => ({ path, code: 'broken-tsconfig' as const, message: '', line, column: 0 });
    const { entries } = linkFacts(
      [failed],
      { ...SCAN, diagnostics: [note('z.json'), note('a.json', 2)] },
      { ...resolver, diagnostics: [note('a.json', 1)] },
    ).diagnostics;
    expect(entries.map(({ path, line }) => `${path}:${line}`)).toEqual([
      'a.json:1',
      'a.json:2',
      'broken.ts:3',
      'z.json:0',
    ]);
  });
});

describe('patterns', () => {
  it('have an edge to each module they can mean', () => {
    const facts = [
      factsOf('locales/de.ts', []),
      factsOf('locales/fr.ts', []),
      factsOf('main.ts', [
        ['./locales/*', 'dynamic', SITE_PATTERN],
        ['./gone/*', 'glob', SITE_PATTERN],
      ]),
    ];
    const records = linkFacts(facts, SCAN, resolver);
    expect(listEdges(records).map(({ to, sites }) => [to, sites])).toEqual([
      ['locales/de.ts', ['1 dynamic ./locales/*']],
      ['locales/fr.ts', ['1 dynamic ./locales/*']],
      ['?:./gone/*', ['2 glob ./gone/*']],
    ]);
    expect(records.diagnostics.unresolved).toEqual({ 'dynamic-pattern': 1 });
  });

  it('of one call are less what it excludes, wherever that stands in its list', () => {
    const further = SITE_PATTERN | SITE_CONTINUES;
    const facts = [
      factsOf('locales/de.ts', []),
      factsOf('locales/fr.ts', []),
      factsOf('main.ts', [
        ['./locales/*.ts', 'glob', SITE_PATTERN],
        ['!./locales/fr.ts', 'glob', further],
        ['./locales/f*.ts', 'glob', further],
        ['./locales/*.ts', 'glob', SITE_PATTERN],
      ]),
    ];
    expect(listEdges(linkFacts(facts, SCAN, resolver)).map(({ to, sites }) => [to, sites])).toEqual([
      ['locales/de.ts', ['1 glob ./locales/*.ts', '4 glob ./locales/*.ts']],
      ['locales/fr.ts', ['4 glob ./locales/*.ts']],
      ['?:./locales/f*.ts', ['3 glob ./locales/f*.ts']],
    ]);
  });

  it('lead to leaves too', () => {
    const withLeaves: Resolver = {
      ...resolver,
      leavesIn: (folder) => (folder === 'shop' ? ['shop/a.json', 'shop/b.css'] : []),
    };
    const facts = [factsOf('shop/main.ts', [['./*', 'glob', SITE_PATTERN]])];
    const { graph } = linkFacts(facts, SCAN, withLeaves);
    expect(graph.ids.map((id, node) => [id, NODE_KINDS[graph.kinds[node] ?? 0]])).toEqual([
      ['shop/main.ts', 'module'],
      ['shop/a.json', 'json'],
      ['shop/b.css', 'asset'],
    ]);
  });
});
