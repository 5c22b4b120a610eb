/**
 * Analyses of the whole graph, in process, on generated graphs of 100,000 modules and a million edges:
 *
 *     npm run bench -- analyses
 *
 * `tangled`: almost everything is one component; `layered`: imports lead downwards but for a few, so that components are small. The budget is a second for
 * each analysis, cures aside.
 */
import type { CsrVectors } from '../src/base/csr.ts';
import { edgeKindBit } from '../src/base/edge-kinds.ts';
import type { QueryContext } from '../src/queries/define.ts';
import { runQuery } from '../src/session/core/run-query.ts';
import { generateGraph } from './generate-graph.ts';
import { graphImage } from './graph-image.ts';
import { type BenchOptions, writeResult } from './results.ts';

/** A module that there is in every graph. */
const MIDDLE = 'packages/p000005/m000500.ts';

const QUESTIONS: Readonly<Record<string, readonly [query: string, params: Readonly<Record<string, unknown>>]>> = {
  cycles: ['cycles', { cures: 'none' }],
  'cycles, of packages': ['cycles', { cures: 'none', level: 'package' }],
  'cycles, with cures': ['cycles', {}],
  metrics: ['metrics', {}],
  impact: ['impact', { targets: MIDDLE }],
  'unused, files and dependencies': ['unused', { include: ['files', 'dependencies'], confidence: 'low' }],
  'unused, from a thousand entries': [
    'unused',
    { include: ['files', 'dependencies'], entry: ['packages/p000[0-9]*/*1.ts'] },
  ],
  affected: ['affected', { changes: [`modified:${MIDDLE}`, 'deleted:packages/gone.ts'] }],
  why: ['why', { from: MIDDLE, to: 'm000001.ts', paths: 10 }],
  'check, nine rules': ['check', {}],
  'check, circles': ['check', { rules: ['cycles'] }],
  'check, layers': ['check', { rules: ['layers'] }],
  'check, a chain': ['check', { rules: ['reach'] }],
  'check, a thousand groups': ['check', { rules: ['groups'] }],
};

/** Of images with symbols: eight declarations a module, and an entry a package. */
const ABOUT_SYMBOLS: typeof QUESTIONS = {
  'unused, exports': ['unused', { include: ['exports'], confidence: 'low' }],
  'unused, members': ['unused', { include: ['members'], confidence: 'low' }],
  'unused, duplicates': ['unused', { include: ['duplicates'] }],
  'unused, everything': ['unused', { confidence: 'low' }],
  'unused, everything of production': ['unused', { production: true }],
};

/** Rules as projects have them: few find much, but one finds all circles; with globs that have to be matched against every id, and one with as many groups as there are packages. */
const RULES = JSON.stringify({
  rules: [
    { name: 'forbidden', type: 'forbidden', from: 'packages/p0000*/**', to: 'packages/p0001*/**' },
    { name: 'only', type: 'only', from: 'packages/p000001', to: ['packages/p0000*', 'packages/p0001*', '**/m*.ts'] },
    { name: 'required', type: 'required', from: 'packages/p000002', to: '**/*.ts' },
    {
      name: 'layers',
      type: 'layers',
      layers: [10, 11, 12, 13].map((n) => ({ name: `${n}`, modules: `packages/p0000${n}` })),
    },
    { name: 'reach', type: 'must-not-reach', from: 'packages/p000003', to: 'packages/p000004' },
    { name: 'via', type: 'via', from: 'packages/p000005', to: 'packages/p000006', via: 'packages/p00000*' },
    { name: 'cycles', type: 'no-cycles', allow: ['packages/p000001', 'packages/p00002*'] },
    { name: 'orphans', type: 'no-orphans', modules: '**' },
    { name: 'groups', type: 'forbidden', from: 're:^packages/(p\\d+)/', to: ['packages', '!packages/$1', '!**/m*.ts'] },
  ],
});

export async function run({ smoke }: BenchOptions): Promise<void> {
  const nodes = smoke ? 1_000 : 100_000;
  const tangled = generateGraph(nodes, 10, 20);
  const results: Record<string, string> = {};
  const graphs = { tangled, layered: layeredFrom(tangled) };
  for (const [name, graph] of Object.entries(graphs)) measure(graphImage(graph, RULES), QUESTIONS, name);
  for (const [name, graph] of Object.entries(graphs)) {
    const context = graphImage(graph, '', 7);
    measure(context, { ...ABOUT_SYMBOLS, ...betweenSymbols(context) }, name);
  }
  writeResult('analyses', results);

  function measure(context: QueryContext, questions: typeof QUESTIONS, name: string): void {
    for (const [what, [query, params]] of Object.entries(questions)) {
      const times = Array.from({ length: smoke ? 1 : 5 }, () => {
        const started = process.cpuUsage();
        const answer = runQuery(context, query, params, false);
        if ('error' in answer) throw new Error(`${query}: ${answer.error.message}`);
        const { user, system } = process.cpuUsage(started);
        return (user + system) / 1000;
      }).sort((a, b) => a - b);
      const [least = 0, median = 0] = [times[0], times[Math.floor(times.length / 2)]];
      results[`${what}, ${name}`] = `${median.toFixed(0)} ms of processor time, least ${least.toFixed(0)}`;
    }
  }
}

/** What hangs on a symbol, and why one depends on another: of the tangled graph, most of it does. */
function betweenSymbols({ image: { symbols } }: QueryContext): typeof QUESTIONS {
  const declaredIn = (module: number): string => symbols.idOf((symbols.modules[module] ?? 0) + 1);
  const [low, high] = [declaredIn(10), declaredIn(Math.floor(symbols.modules.length * 0.9))];
  return {
    'impact, of a symbol': ['impact', { targets: [low], level: 'symbol' }],
    'why, of symbols': ['why', { from: high, to: low, level: 'symbol' }],
  };
}

/** The same graph, whose upward edges are mocks, which close no cycle, but for one of 500. */
function layeredFrom({ offsets, targets, masks }: CsrVectors): CsrVectors {
  const changed = masks.slice();
  for (let node = 0; node + 1 < offsets.length; node++) {
    for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge++) {
      if ((targets[edge] ?? 0) >= node && edge % 500 !== 0) changed[edge] = edgeKindBit('mock');
    }
  }
  return { offsets, targets, masks: changed };
}
