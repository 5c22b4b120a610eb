import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface BenchOptions {
  /** A project to measure on; each bench has a default that needs no network. */
  readonly root: string | undefined;
  /** Everything once and small: does it still run? The figures mean nothing. */
  readonly smoke: boolean;
}

const folder = fileURLToPath(new URL('../../bench/results', import.meta.url));

/** Prints a result and keeps it as JSON in bench/results/, to be compared between commits. */
export function writeResult(name: string, result: Readonly<Record<string, unknown>>): void {
  const machine = { node: process.versions.node, cpus: cpus().length, cpu: cpus()[0]?.model };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ name, machine, ...result }, null, 2)}\n`);
  console.log(`\n${name}`);
  for (const [key, value] of Object.entries(result))
    console.log(`  ${key.padEnd(24)} ${typeof value === 'object' ? JSON.stringify(value) : value}`);
}
