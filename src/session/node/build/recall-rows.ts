import { isModule } from '../../../facts/link/link-facts.ts';
import type { KnownRows } from '../../../facts/link/resolve-rows.ts';
import type { FileFacts } from '../../../facts/records.ts';
import type { Scan } from '../../../facts/scan/scan-records.ts';
import { type BuildState, FILE_MODULE, isRacy } from '../state/build-state.ts';
import type { LinksCache } from '../state/links-cache.ts';
import { folderTime } from '../state/stamps.ts';

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
  const before = new Map(state.paths().map((path, file) => [path, file]));
  const folders = state.folders();
  const isChanged = changedFolders(root, state, folders, scan, facts);
  return (file, resolver) => {
    if (resolver.signature !== state.signature) return null;
    const index = before.get(file.path);
    if (index === undefined || file.hash === '' || state.hashOf(index) !== file.hash) return null;
    const neighbourhood = state.neighbourhoods[state.neighbourhoodOf[index] ?? 0];
    if (neighbourhood !== resolver.signatureOf(file.path)) return null;
    const consulted = state.consultedBy(index);
    if (consulted.some(isChanged)) return null;
    return { ...links.rowOf(index), folders: Array.from(consulted, (folder) => folders[folder] ?? '') };
  };
}

/** Which folders of the state gained or lost something since. Asked a folder at a time: most are consulted by nobody. */
function changedFolders(
  root: string,
  state: BuildState,
  folders: readonly string[],
  scan: Scan,
  facts: readonly FileFacts[],
): (folder: number) => boolean {
  const now = new Map(scan.directories.map(({ path, mtimeMs }) => [path, mtimeMs]));
  const touched = foldersOfMoves(state, facts);
  const answers = new Map<number, boolean>();
  return (folder) => {
    const known = answers.get(folder);
    if (known !== undefined) return known;
    const path = folders[folder] ?? '';
    const time = now.get(path) ?? folderTime(root, path);
    const changed = time !== state.folderTimes[folder] || isRacy(state, time) || touched.has(path);
    answers.set(folder, changed);
    return changed;
  };
}

/**
 * The folders, with all around them, of files that are modules now and were none or the other way round. No folder's
 * time tells of that when an ignore file changed, or a file grew over the limit.
 */
function foldersOfMoves(state: BuildState, facts: readonly FileFacts[]): Set<string> {
  const before = new Set(state.paths().filter((_, file) => ((state.flags[file] ?? 0) & FILE_MODULE) !== 0));
  const moved = facts.filter((file) => isModule(file) && !before.delete(file.path)).map(({ path }) => path);
  const folders = new Set<string>();
  for (const path of [...moved, ...before]) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
      folders.add(path.slice(0, end));
    folders.add('');
  }
  return folders;
}
