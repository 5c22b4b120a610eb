/**
 * Our cold build beside other tools that draw the graph of the same project, and whether they find the same:
 *
 *     npm ci --prefix bench/rivals --ignore-scripts
 *     npm run bench -- rivals <root> [tool …]        all tools by default
 *
 * Whole processes in turn, so that a machine that slows down slows all. A tool that is not installed, fails or is over the limit is
 * said to be so, with its own words.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Measured, measureProcess } from './measure-process.ts';
import { type BenchOptions, writeResult } from './results.ts';
import { ALL_RIVALS } from './rivals/all-rivals.ts';
import { compareGraphs } from './rivals/compare-graphs.ts';
import { findLine } from './rivals/find-line.ts';
import { ownGraph } from './rivals/our-graph.ts';
import { printResult } from './rivals/print-result.ts';
import type { Rival, Task } from './rivals/rival.ts';
import type { NoResult, RivalResult } from './rivals/rival-result.ts';
import { findAbsent, readFound, runRival } from './rivals/run-rival.ts';
import { summariseCost } from './rivals/summarise-cost.ts';

const packageRoot = fileURLToPath(new URL('../..', import.meta.url));
const ROUNDS = 5;
const LIMIT_MILLISECONDS = 180_000;

/** A tool in the race: its runs so far, and why it dropped out when it did. */
interface Contender {
  readonly rival: Rival;
  readonly task: Task;
  readonly runs: Measured[];
  noResult: NoResult | null;
}

export async function run({ words: [given, ...names], smoke }: BenchOptions): Promise<void> {
  const root = resolve(given ?? packageRoot);
  const rivals = ALL_RIVALS.filter(({ name }) => names.length === 0 || names.includes(name));
  const scratch = mkdtempSync(join(tmpdir(), 'conduit-rivals-'));
  try {
    const tsconfig = ['tsconfig.json', 'tsconfig.base.json'].map((name) => join(root, name)).find(existsSync) ?? null;
    const installed = (path: string): string => join(packageRoot, 'bench/rivals', path);
    const contenders = rivals.map((rival): Contender => {
      const task = { root, tsconfig, scratch: join(scratch, rival.name), installed };
      mkdirSync(task.scratch);
      return { rival, task, runs: [], noResult: findAbsent(rival, task) };
    });
    const images = join(scratch, 'images');
    const own = summariseCost(await race(contenders, root, images, smoke ? 1 : ROUNDS));
    const tools: Record<string, unknown> = { 'conduit-introspect': { state: 'ok', cost: own } };
    for (const contender of contenders) {
      const result = await conclude(contender, join(images, 'image.bin'));
      tools[contender.rival.name] = { version: versionOf(contender), ...result };
      printResult(contender.rival.name, result, own);
    }
    const limitSeconds = LIMIT_MILLISECONDS / 1000;
    writeResult(`rivals-${basename(root)}`, { root, tsconfig: tsconfig && basename(tsconfig), limitSeconds, tools });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** All in turn. The round before the first fills the file cache and is not counted; who fails once is out. Returns our own runs. */
async function race(contenders: Contender[], root: string, images: string, rounds: number): Promise<Measured[]> {
  const own: Measured[] = [];
  const build = [
    process.execPath,
    join(packageRoot, 'dist/cli.cjs'),
    'index',
    root,
    '--no-symbols',
    '--image-dir',
    images,
    '--json',
  ];
  for (let round = -1; round < rounds; round++) {
    rmSync(images, { recursive: true, force: true });
    const built = await measureProcess(build, { cwd: root, milliseconds: LIMIT_MILLISECONDS });
    if (built.status !== 0) throw new Error(`our own build ended with ${built.status}: ${built.stderr.slice(-400)}`);
    if (round >= 0) own.push(built);
    for (const contender of contenders) {
      if (contender.noResult) continue;
      const run = await runRival(contender.rival, contender.task, LIMIT_MILLISECONDS);
      if ('state' in run) contender.noResult = run;
      else if (round >= 0) contender.runs.push(run);
    }
  }
  return own;
}

async function conclude({ rival, task, runs, noResult }: Contender, image: string): Promise<RivalResult> {
  const last = runs.at(-1);
  if (noResult || !last) return noResult ?? { state: 'failed', message: 'no run' };
  const found = await readFound(rival, task, last, LIMIT_MILLISECONDS);
  if ('state' in found) return found;
  const agreement = compareGraphs(ownGraph(image, rival.follows), found, findLine(task.root));
  return { state: 'ok', cost: summariseCost(runs), agreement };
}

function versionOf({ rival, task }: Contender): string | null {
  const manifest = task.installed(`node_modules/${rival.name}/package.json`);
  return existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version : null;
}
