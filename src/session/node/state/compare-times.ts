import { statSync } from 'node:fs';
import { folderTime } from '../../../facts/scan/folder-time.ts';
import { type BuildState, isRacy } from './build-state.ts';
import { areSameInputs, isSameFile } from './same-files.ts';
import { inputAt } from './stamps.ts';

/**
 * What a sweep would find, without listing a folder, which is the dearer half of one: a folder whose times are as they were has the
 * entries that it had. `unknown` when times cannot tell.
 */
export function compareTimes(root: string, state: BuildState): 'same' | 'changed' | 'unknown' {
  if (!state.witnesses) return 'unknown';
  const folders = compareFolders(root, state, state.folders());
  if (folders !== 'same') return folders;
  const isSame =
    state.paths().every((path, file) => isSameFile(root, state, file, inputAt(root, path))) &&
    areSameInputs(root, state);
  if (!isSame) return 'changed';
  const isSettled = state.witnesses.every(({ path, size, ctimeMs }) => {
    const now = inputAt(root, path);
    return now.size === size && now.ctimeMs === ctimeMs && !isRacy(state, ctimeMs);
  });
  return isSettled ? 'same' : 'unknown';
}

function compareFolders(root: string, state: BuildState, folders: readonly string[]): 'same' | 'changed' | 'unknown' {
  let isSettled = true;
  for (let at = 0; at < state.sweptFolders; at++) {
    const stat = statOf(`${root}/${folders[at]}`);
    if (!stat || stat.mtimeMs !== state.folderTimes[at]) return 'changed';
    // Rights changed, or an entry came and somebody set the time back. Or it changed in the tick in which it was listed.
    if (stat.ctimeMs !== state.folderChanges[at] || isRacy(state, stat.ctimeMs)) isSettled = false;
  }
  for (let at = state.sweptFolders; at < folders.length; at++) {
    if (folderTime(root, folders[at] ?? '') !== state.folderTimes[at]) return 'changed';
  }
  return isSettled ? 'same' : 'unknown';
}

function statOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
