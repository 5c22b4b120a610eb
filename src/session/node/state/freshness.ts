import { join } from 'node:path';
import { folderTime } from '../../../facts/scan/folder-time.ts';
import type { Sweep } from '../../../facts/scan/scan-records.ts';
import { sweepSources } from '../../../facts/scan/sweep-sources.ts';
import { readConfig } from '../read-config.ts';
import { type BuildState, type Input, isRacy } from './build-state.ts';
import { hashOf, inputAt } from './stamps.ts';

/**
 * Whether the project is still as it was when the image was built: the same files of the same sizes and times,
 * the same manifests and configurations, the same folders. What is too young to be judged by its time is read and compared.
 */
export function isFresh(root: string, state: BuildState): boolean {
  return readConfig(root).hash === state.configHash && isSameTree(root, state, sweepSources(root, state.scanOptions));
}

function isSameTree(root: string, state: BuildState, { files, configs, directories }: Sweep): boolean {
  if (files.length !== state.fileCount || directories.length !== state.sweptFolders) return false;
  const paths = state.paths();
  const folders = state.folders();
  return (
    files.every((file, index) => file.path === paths[index] && isSameFile(root, state, index, file)) &&
    directories.every(({ path, mtimeMs }, at) => path === folders[at] && mtimeMs === state.folderTimes[at]) &&
    folders
      .slice(state.sweptFolders)
      .every((path, at) => folderTime(root, path) === state.folderTimes[state.sweptFolders + at]) &&
    areSameInputs(root, state, new Map(configs.map((config) => [config.path, config])))
  );
}

/** As {@link isSameTree} does with a file of the sweep, for one that was looked at by itself. */
export function isSameFile(
  root: string,
  state: BuildState,
  file: number,
  { path, size, ctimeMs }: Omit<Input, 'hash'>,
): boolean {
  if (size !== state.sizes[file] || ctimeMs !== state.times[file]) return false;
  return !isRacy(state, ctimeMs) || hashOf(join(root, path)) === state.hashOf(file);
}

/**
 * Whether all that steered the build is as it was.
 * @param seen what a sweep has just seen of them, if there was one: then one more is a change too
 */
export function areSameInputs(
  root: string,
  { inputs }: Pick<BuildState, 'inputs'>,
  seen?: ReadonlyMap<string, Omit<Input, 'hash'>>,
): boolean {
  const known = new Set(inputs.map(({ path }) => path));
  if (seen && [...seen.keys()].some((path) => !known.has(path))) return false;
  return inputs.every(({ path, size, ctimeMs, hash }) => {
    const now = seen?.get(path) ?? inputAt(root, path);
    if (now.size !== size || now.ctimeMs !== ctimeMs) return false;
    return hash === '' || size < 0 || hashOf(join(root, path)) === hash;
  });
}
