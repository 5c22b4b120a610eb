import { join } from 'node:path';
import { isModule } from '../../../facts/link/link-facts.ts';
import type { KnownRows } from '../../../facts/link/resolve-rows.ts';
import type { FileFacts } from '../../../facts/records.ts';
import type { FolderLog } from '../../../facts/resolve/folder-log.ts';
import { isLockFile } from '../../../facts/resolve/locked-names.ts';
import type { Scan } from '../../../facts/scan/scan-records.ts';
import { type BuildState, FILE_MODULE, isRacy } from '../state/build-state.ts';
import type { LinksCache } from '../state/links-cache.ts';
import { hashOf } from '../state/stamps.ts';

/**
 * The rows that an earlier build resolved and that still hold. What a file's imports mean is a function of its content,
 * of the packages and configurations (the resolver's signatures), and of what lies in the folders in which resolution looked: while
 * all three are as they were, so is the row.
 */
export function recallRows(
  root: string,
  state: BuildState,
  links: LinksCache,
  scan: Scan,
  facts: readonly FileFacts[],
): KnownRows {
  if (!areSameLockFiles(root, state)) return () => null;
  const before = new Map(state.paths().map((path, file) => [path, file]));
  const folders = state.folders();
  const isChanged = changedFolders(state, folders, scan, facts);
  return (file, resolver) => {
    if (resolver.signature !== state.signature) return null;
    const index = before.get(file.path);
    if (index === undefined || file.hash === '' || state.hashOf(index) !== file.hash) return null;
    const neighbourhood = state.neighbourhoods[state.neighbourhoodOf[index] ?? 0];
    if (neighbourhood !== resolver.signatureOf(file.path)) return null;
    const consulted: string[] = [];
    for (const folder of state.consultedBy(index)) {
      if (isChanged(folder, resolver.log)) return null;
      consulted.push(folders[folder] ?? '');
    }
    const { sites, targets } = links.rowOf(index);
    return { sites, targets, folders: consulted };
  };
}

/** The resolver's signature has sizes and times of lock files, which say nothing of one that is too young for it. */
function areSameLockFiles(root: string, { inputs }: BuildState): boolean {
  return inputs.every(({ path, hash }) => hash === '' || !isLockFile(path) || hashOf(join(root, path)) === hash);
}

/** Which folders of the state gained or lost something since. Asked a folder at a time: most are consulted by nobody. */
function changedFolders(
  state: BuildState,
  folders: readonly string[],
  scan: Scan,
  facts: readonly FileFacts[],
): (folder: number, log: FolderLog) => boolean {
  const touched = foldersOfMoves(state, folders.slice(0, state.sweptFolders), scan, facts);
  const answers = new Map<number, boolean>();
  return (folder, log) => {
    const known = answers.get(folder);
    if (known !== undefined) return known;
    const path = folders[folder] ?? '';
    const time = log.timeOf(path);
    const changed = time !== state.folderTimes[folder] || isRacy(state, time) || touched.has(path);
    answers.set(folder, changed);
    return changed;
  };
}

/**
 * The folders of files that are modules now and were none or the other way round; and folders that the sweep enters now and did
 * not or the other way round, with those that they lie in. No folder's time tells of that when an ignore file changed, or a
 * file grew over the limit.
 */
function foldersOfMoves(
  state: BuildState,
  sweptBefore: readonly string[],
  scan: Scan,
  facts: readonly FileFacts[],
): Set<string> {
  const modulesBefore = state.paths().filter((_, file) => ((state.flags[file] ?? 0) & FILE_MODULE) !== 0);
  const modules = facts.filter(isModule).map(({ path }) => path);
  const moved = onlyInOne(modulesBefore, modules);
  const entered = onlyInOne(
    sweptBefore,
    scan.directories.map(({ path }) => path),
  );
  return new Set([...moved.map(parentOf), ...entered, ...entered.map(parentOf)]);
}

function onlyInOne(before: readonly string[], now: readonly string[]): string[] {
  // Nearly always nothing came and nothing went.
  if (before.length === now.length && before.every((path, at) => path === now[at])) return [];
  const gone = new Set(before);
  const come = now.filter((path) => !gone.delete(path));
  return [...come, ...gone];
}

function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}
