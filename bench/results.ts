import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Characters of a value that are printed; all of it is in the file. */
const LONGEST_PRINTED = 1000;

export interface BenchOptions {
  /** A project to measure on; each bench has a default that needs no network. */
  readonly root: string | undefined;
  /** All words of the command line that name no bench, `root` first; what else they mean is the bench's affair. */
  readonly words: readonly string[];
  /** Everything once and small: does it still run? The figures mean nothing. */
  readonly smoke: boolean;
}

/** Where results are kept; not committed. */
export const RESULTS_FOLDER: string = fileURLToPath(new URL('../../bench/results', import.meta.url));

/** Prints a result and keeps it as JSON in bench/results/, to be compared between commits. */
export function writeResult(name: string, result: Readonly<Record<string, unknown>>): void {
  const load = Number(loadavg()[0]?.toFixed(2));
  const machine = { node: process.versions.node, cpus: cpus().length, cpu: cpus()[0]?.model, load };
  mkdirSync(RESULTS_FOLDER, { recursive: true });
  writeFileSync(join(RESULTS_FOLDER, `${name}.json`), `${JSON.stringify({ name, machine, ...result }, null, 2)}\n`);
  console.log(`\n${name}`);
  for (const [key, value] of Object.entries(result)) {
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    console.log(`  ${key.padEnd(24)} ${text.length > LONGEST_PRINTED ? `${text.slice(0, LONGEST_PRINTED)} …` : text}`);
  }
}
