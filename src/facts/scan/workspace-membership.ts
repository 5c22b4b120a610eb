import { posix } from 'node:path';
import type { FoundManifest } from './read-manifest.ts';
import type { ProjectPackage } from './scan-records.ts';
import { manifestWorkspaceGlobs, workspaceMatcher } from './workspace-globs.ts';

/** Whether a folder is listed by any workspace of the project. Several workspaces can live side by side in one tree. */
export function workspaceMembership(
  found: readonly FoundManifest[],
  pnpmGlobs: ReadonlyMap<string, readonly string[]>,
): (directory: string) => boolean {
  const workspaces = found.flatMap(({ directory, manifest }) => {
    const globs = [...manifestWorkspaceGlobs(manifest.workspaces), ...(pnpmGlobs.get(directory) ?? [])];
    return globs.length === 0 ? [] : [{ directory, lists: workspaceMatcher(globs) }];
  });
  return (directory) =>
    workspaces.some((workspace) => {
      if (directory === workspace.directory) return true;
      const prefix = workspace.directory === '' ? '' : `${workspace.directory}/`;
      return directory.startsWith(prefix) && workspace.lists(directory.slice(prefix.length));
    });
}

/** Which package manager's workspace is the nearest around a folder: see {@link ProjectPackage.linking}. */
export function workspaceLinking(
  found: readonly FoundManifest[],
  pnpmGlobs: ReadonlyMap<string, readonly string[]>,
): (directory: string) => ProjectPackage['linking'] {
  const hoisting = new Set<string>();
  for (const { directory, manifest } of found) {
    const globs = manifestWorkspaceGlobs(manifest.workspaces);
    if (globs.length === 0) continue;
    const lists = workspaceMatcher(globs);
    const prefix = directory === '' ? '' : `${directory}/`;
    // One that lists nothing of what is here says nothing about it.
    const isOurs = ({ directory: path }: FoundManifest) => path.startsWith(prefix) && lists(path.slice(prefix.length));
    if (found.some(isOurs)) hoisting.add(directory);
  }
  return (directory) => {
    for (let at = directory; ; at = at.includes('/') ? posix.dirname(at) : '') {
      if (pnpmGlobs.has(at)) return 'declared';
      if (hoisting.has(at)) return 'members';
      if (at === '') return null;
    }
  };
}
