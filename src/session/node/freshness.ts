import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from '../../facts/extract/content-hash.ts';
import type { SourceFile } from '../../facts/records.ts';
import type { Sweep } from '../../facts/scan/scan-records.ts';
import { sweepSources } from '../../facts/scan/sweep-sources.ts';
import { type BuildState, inputsOf, isRacy } from './build-state.ts';
import { readConfig } from './read-config.ts';

/**
 * Whether the project is still as it was when the image was built: the same files of the same sizes and times,
 * the same manifests and configurations. Files too young to be judged by their time are read and compared.
 */
export function isFresh(root: string, state: BuildState): boolean {
  return readConfig(root).hash === state.configHash && isSameTree(root, state, sweepSources(root, state.scanOptions));
}

function isSameTree(root: string, state: BuildState, scan: Sweep): boolean {
  if (scan.files.length !== state.paths.length) return false;
  const inputs = inputsOf(scan);
  if (inputs.length !== state.inputs.length || inputs.some((input, index) => input !== state.inputs[index]))
    return false;
  return scan.files.every((file, index) => isSame(root, state, file, index));
}

function isSame(root: string, state: BuildState, { path, size, mtimeMs }: SourceFile, index: number): boolean {
  if (path !== state.paths[index] || size !== state.sizes[index] || mtimeMs !== state.times[index]) return false;
  if (!isRacy(state, mtimeMs)) return true;
  return hashOf(join(root, path)) === state.hashes[index];
}

/** The content hash of a file; empty when it cannot be read, as in its facts. */
export function hashOf(path: string): string {
  try {
    return contentHash(readFileSync(path));
  } catch {
    return '';
  }
}
