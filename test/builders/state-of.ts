import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runPipeline } from '../../src/facts/pipeline.ts';
import { readConfig } from '../../src/session/node/read-config.ts';
import { type BuildState, readBuildState } from '../../src/session/node/state/build-state.ts';
import { modulesOfFiles } from '../../src/session/node/state/modules-of-files.ts';
import { prepareBuildState } from '../../src/session/node/state/write-state.ts';
import { extractFile } from './extract-from.ts';
import { type ProjectFiles, projectOf, SHOP } from './project.ts';

const OPTIONS = { include: [], exclude: [], maxFileBytes: 2 ** 21, dotDirectories: false, minified: false };

/** The state that a build would have left which began `age` milliseconds after the last change. */
export async function stateOf(root: string, age: number): Promise<BuildState> {
  // As a build does, before it scans: the folder is an entry of the root, whose time counts.
  mkdirSync(join(root, '.introspect'), { recursive: true });
  const outcome = await runPipeline(root, OPTIONS, {
    extract: async (files) => files.map(({ path }) => extractFile(root, path)),
  });
  const file = join(root, '.introspect/state.bin');
  const startedAt = Math.max(...outcome.scan.files.map(({ ctimeMs }) => ctimeMs)) + age;
  const fingerprint = 'f'.repeat(32);
  const write = prepareBuildState({
    configHash: readConfig(root).hash,
    scanOptions: OPTIONS,
    startedAt,
    root,
    outcome,
    files: modulesOfFiles(outcome),
  });
  write(file, { fingerprint, symbols: true });
  return readBuildState(file) as BuildState;
}

/** A project whose files are all a minute old, and its state. */
export async function settledShop(files: ProjectFiles = {}) {
  const root = projectOf({ ...SHOP, ...files });
  return { root, state: await stateOf(root, 60_000) };
}
