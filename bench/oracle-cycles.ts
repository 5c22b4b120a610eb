/**
 * Holds the answer of `cycles` against the components of the graphs that rev-dep and madge draw of the same project, and against the cycles that rev-dep
 * lists by its own search for components:
 *
 *     npm ci --prefix bench/rivals --ignore-scripts
 *     npm run oracle-cycles -- <root> [tool …]
 *
 * A difference is explained by imports that only one side has; they are printed with their places. One that is not is a fault of ours or of the tool's search.
 */
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CyclesResult } from '../src/queries/registry.ts';
import { open } from '../src/session/node/open.ts';
import { compareComponents, matchCycles } from './rivals/compare-components.ts';
import { edgeKey, ownGraph } from './rivals/our-graph.ts';
import type { Rival, Task } from './rivals/rival.ts';
import { findAbsent, readFound, runRival } from './rivals/run-rival.ts';
import { madge } from './rivals/tools/madge.ts';
import { listedCycles, revDep } from './rivals/tools/rev-dep.ts';

const LIMIT_MILLISECONDS = 600_000;
const EXAMPLES = 5;

const [given = '.', ...names] = process.argv.slice(2);
const root = realpathSync(given);
const scratch = mkdtempSync(join(tmpdir(), 'conduit-cycles-'));
const installed = (path: string): string => fileURLToPath(new URL(`../../bench/rivals/${path}`, import.meta.url));
try {
  const session = await open({ root, imageDirectory: scratch, refresh: 'force' });
  // Kinds that the tools do not follow close cycles for us alone; they are left out on our side below.
  const answer = await session.query('cycles', { cures: 'none', limit: 10_000 });
  await session.close();
  if ('error' in answer) throw new Error(answer.error.message);
  const { components, counts, known } = answer.result as CyclesResult;
  console.log(`ours: ${JSON.stringify(counts)}, ${(known * 100).toFixed(2)} % known`);
  const contained = new Set(components.flatMap(({ contains = [] }) => contains));
  const widest = components.filter(({ id }) => !contained.has(id)).map((one) => one.modules);
  for (const rival of [revDep, madge].filter(({ name }) => names.length === 0 || names.includes(name))) {
    await compare(rival, widest);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** @param all our widest components, imports of oneself included */
async function compare(rival: Rival, all: readonly string[][]): Promise<void> {
  const components = all.filter(({ length }) => length > 1);
  const tsconfig = ['tsconfig.json', 'tsconfig.base.json'].map((name) => join(root, name)).find(existsSync) ?? null;
  const task: Task = { root, tsconfig, scratch, installed };
  const absent = findAbsent(rival, task);
  const run = absent ?? (await runRival(rival, task, LIMIT_MILLISECONDS));
  const found = 'state' in run ? run : await readFound(rival, task, run, LIMIT_MILLISECONDS);
  if ('state' in found || 'state' in run) {
    console.log(`${rival.name}: ${'state' in found ? found.message : ''}`);
    return;
  }
  const own = ownGraph(join(scratch, 'image.bin'), rival.follows);
  const theirs = (found.edges ?? []).filter(({ from, to }) => !own.otherKinds.has(edgeKey(from, to)));
  const agreement = compareComponents(components, [...own.edges.values()], theirs);
  const { same, ofOurImports, ofTheirImports, unexplained, onlyOurs, onlyTheirs } = agreement;
  console.log(`${rival.name}: ${same} of our ${components.length} widest components are theirs, module for module`);
  console.log(`  ${ofOurImports.length} come of imports that only we have: ${onlyOurs.length}`);
  for (const { from, to } of onlyOurs.slice(0, EXAMPLES)) {
    const edge = own.edges.get(edgeKey(from, to));
    console.log(`    ${from}:${edge?.line} ${edge?.kinds.join('+')} '${edge?.specifier}' → ${to}`);
  }
  console.log(`  ${ofTheirImports.length} of theirs come of imports that only they have: ${onlyTheirs.length}`);
  for (const { from, to } of onlyTheirs.slice(0, EXAMPLES)) console.log(`    ${from} → ${to}`);
  console.log(`  ${unexplained.length} unexplained${unexplained.map((one) => `\n    ${one}`).join('')}`);
  if (rival === revDep) {
    const cycles = listedCycles(run.stderr);
    const { hit, outside } = matchCycles(all, cycles);
    console.log(`  it lists ${cycles.length} cycles by itself: in ${hit} of our components, ${outside} in none`);
  }
}
