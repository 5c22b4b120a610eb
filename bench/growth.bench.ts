/**
 * Cold builds of generated monorepos of growing size, each beside the parse floor on the same files:
 *
 *     npm run bench -- growth [files …]        1000 10000 30000 100000 by default
 *     npm run plot-growth                      draws bench/results/growth.svg from the result
 *
 * The trees go to a temporary folder (350 MB for 100,000 files) and are removed one by one.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fitPowerLaw, lastExponent, type Point } from './fit-power-law.ts';
import type { GrowthResult, GrowthStep } from './growth-result.ts';
import { type Measured, measureProcess } from './measure-process.ts';
import { planMonorepo } from './monorepo/plan-monorepo.ts';
import { writeMonorepo } from './monorepo/write-monorepo.ts';
import { median } from './processes.ts';
import { type BenchOptions, writeResult } from './results.ts';

const packageRoot = fileURLToPath(new URL('../..', import.meta.url));
const SIZES = [1_000, 10_000, 30_000, 100_000];
const SMOKE_SIZES = [100, 400];
const LIMIT_MILLISECONDS = 30 * 60_000;
const ROUNDS = 3;
/** From this size on, chance is small beside the time that a round takes. */
const ONE_ROUND_FROM = 50_000;

export async function run({ words, smoke }: BenchOptions): Promise<void> {
  const given = words.map(Number).filter((files) => Number.isInteger(files) && files > 0);
  const sizes = given.length > 0 ? given : smoke ? SMOKE_SIZES : SIZES;
  const steps: GrowthStep[] = [];
  for (const files of [...sizes].sort((a, b) => a - b)) {
    steps.push(await measure(files, smoke || files >= ONE_ROUND_FROM ? 1 : ROUNDS));
    console.log(JSON.stringify(steps.at(-1)));
  }
  const points = (of: (step: GrowthStep) => number): Point[] => steps.map((step) => ({ x: step.files, y: of(step) }));
  const exponents = (of: (step: GrowthStep) => number) => ({
    fitted: round(fitPowerLaw(points(of)).exponent),
    last: round(lastExponent(points(of))),
  });
  const result: GrowthResult = {
    steps,
    exponents: {
      wall: exponents((step) => step.wallMilliseconds),
      cpu: exponents((step) => step.cpuMilliseconds),
      memory: exponents((step) => step.peakMegabytes),
      floor: exponents((step) => step.floorMilliseconds),
    },
  };
  writeResult('growth', { ...result });
}

/** Floor and build in turn, the floor first: it also fills the file cache. */
async function measure(files: number, rounds: number): Promise<GrowthStep> {
  const scratch = mkdtempSync(join(tmpdir(), 'conduit-growth-'));
  try {
    const [root, images] = [join(scratch, 'tree'), join(scratch, 'images')];
    const { lines } = writeMonorepo(root, planMonorepo(files, 1), 'pnpm');
    const node = (...args: string[]) => completed([process.execPath, ...args], root);
    const floors: Measured[] = [];
    const builds: Measured[] = [];
    for (let turn = 0; turn < rounds; turn++) {
      floors.push(await node(join(packageRoot, 'dist/bench/floors/parse-floor.js'), root));
      rmSync(images, { recursive: true, force: true });
      builds.push(await node(join(packageRoot, 'dist/cli.cjs'), 'index', root, '--image-dir', images, '--json'));
    }
    const wall = median(builds.map(({ milliseconds }) => milliseconds));
    const floor = median(floors.map(({ milliseconds }) => milliseconds));
    const cpu = median(builds.map(({ cpuMilliseconds }) => cpuMilliseconds ?? 0));
    const floorCpu = median(floors.map(({ cpuMilliseconds }) => cpuMilliseconds ?? 0));
    return {
      files,
      lines,
      rounds,
      wallMilliseconds: Math.round(wall),
      cpuMilliseconds: cpu,
      peakMegabytes: Math.round(Math.max(...builds.map(({ peakBytes }) => peakBytes ?? 0)) / 1e6),
      floorMilliseconds: Math.round(floor),
      floorCpuMilliseconds: floorCpu,
      ratio: round(wall / floor),
      cpuRatio: round(cpu / floorCpu),
    };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function completed(command: readonly string[], cwd: string): Promise<Measured> {
  const run = await measureProcess(command, { cwd, milliseconds: LIMIT_MILLISECONDS });
  if (run.status !== 0) throw new Error(`${command.join(' ')} ended with ${run.status}: ${run.stderr.slice(-400)}`);
  return run;
}

const round = (value: number): number => Number(value.toFixed(3));
