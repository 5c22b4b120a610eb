import { folderTime } from '../../../facts/scan/folder-time.ts';
import { readConfig } from '../read-config.ts';
import { answerFiles, hasUnread } from './answer-files.ts';
import { type BuildState, FILE_SEEKS_PACKAGE, isRacy, NO_FOLDER } from './build-state.ts';
import { areSameInputs, isSameFile } from './same-files.ts';
import { inputAt } from './stamps.ts';

/**
 * Whether an answer still holds that came of following imports forward: `unknown` when only a look at the whole
 * project can tell.
 */
export type ClosureState = 'fresh' | 'stale' | 'unread' | 'unknown';

/**
 * Looks only at what such an answer rests on: the modules that it went through and those that decide the kinds of
 * their imports, the folders in which their imports were looked for
 * (a file that appears there may be what an import means from now on), the folders above them, the files that steer
 * resolution, and the folders in which packages lie. A project of ten thousand folders is not swept for an answer out of fifty files.
 * @param modules paths of the modules whose imports the answer followed or listed
 * @returns `unread` when the build that left this state did not look into one of them
 */
export function closureState(root: string, state: BuildState, modules: Iterable<string>): ClosureState {
  if (readConfig(root).hash !== state.configHash || !areSameInputs(root, state)) return 'stale';
  const files = answerFiles(state, modules);
  // Not a file of the sweep: the image and the state do not belong together.
  if (files === null) return 'unknown';
  const folders = new Uint8Array(state.folderCount);
  let seeks = false;
  for (const file of files) {
    if (!isSameFile(root, state, file, inputAt(root, state.pathAt(file)))) return 'stale';
    // A manifest that comes above what an import leads to changes the package that it belongs to.
    for (const folder of state.consultedBy(file)) markWithParents(folders, state, folder);
    seeks ||= ((state.flags[file] ?? 0) & FILE_SEEKS_PACKAGE) !== 0;
    markWithParents(folders, state, state.folderOf[file] ?? NO_FOLDER);
  }
  // A package that a declared name may mean appears beside the others; one that only an import names, anywhere.
  if (seeks) folders.fill(1, 0, state.sweptFolders);
  for (const folder of state.packageFolders) folders[folder] = 1;
  for (let folder = 0; folder < folders.length; folder++) {
    if (folders[folder] === 0) continue;
    const time = state.folderTimes[folder] ?? -1;
    if (folderTime(root, state.folderAt(folder)) !== time) return 'stale';
    // It may have changed within the tick of the scan, which its time cannot show; a sweep compares its content.
    if (isRacy(state, time)) return 'unknown';
  }
  return hasUnread(state, files) ? 'unread' : 'fresh';
}

/** A manifest or a tsconfig that appears above a file can change what its imports mean. */
function markWithParents(marks: Uint8Array, { folderParents }: BuildState, folder: number): void {
  for (let at = folder; at < folderParents.length; at = folderParents[at] ?? NO_FOLDER) {
    // What is marked is marked with all above it.
    if (marks[at] === 1) return;
    marks[at] = 1;
  }
}
