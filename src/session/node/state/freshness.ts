import { folderTime } from '../../../facts/scan/folder-time.ts';
import type { Sweep } from '../../../facts/scan/scan-records.ts';
import { sweepSources } from '../../../facts/scan/sweep-sources.ts';
import { readConfig } from '../read-config.ts';
import type { BuildState } from './build-state.ts';
import { compareTimes } from './compare-times.ts';
import { areSameInputs, isSameFile } from './same-files.ts';

/**
 * Whether the project is still as it was when the image was built: the same files of the same sizes and times,
 * the same manifests and configurations, the same folders. Folders are listed only where their times do not tell.
 */
export function isFresh(root: string, state: BuildState): boolean {
  if (readConfig(root).hash !== state.configHash) return false;
  const told = compareTimes(root, state);
  return told === 'unknown' ? isSameTree(root, state, sweepSources(root, state.scanOptions)) : told === 'same';
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
