import type { FoundManifest } from './read-manifest.ts';
import { manifestWorkspaceGlobs, type PnpmWorkspace, workspaceMatcher } from './workspace-globs.ts';

/** Whether a folder is listed by any workspace of the project. Several workspaces can live side by side in one tree. */
export function workspaceMembership(
  found: readonly FoundManifest[],
  pnpm: ReadonlyMap<string, PnpmWorkspace>,
): (directory: string) => boolean {
  const workspaces = found.flatMap(({ directory, manifest }) => {
    const globs = [...manifestWorkspaceGlobs(manifest.workspaces), ...(pnpm.get(directory)?.globs ?? [])];
    return globs.length === 0 ? [] : [{ directory, lists: workspaceMatcher(globs) }];
  });
  return (directory) =>
    workspaces.some((workspace) => {
      if (directory === workspace.directory) return true;
      const prefix = workspace.directory === '' ? '' : `${workspace.directory}/`;
      return directory.startsWith(prefix) && workspace.lists(directory.slice(prefix.length));
    });
}

/** The folders whose manifest lists workspaces, and lists something that is here: one that does not says nothing about what is. */
export function hoistingFolders(found: readonly FoundManifest[]): Set<string> {
  const hoisting = new Set<string>();
  for (const { directory, manifest } of found) {
    const globs = manifestWorkspaceGlobs(manifest.workspaces);
    if (globs.length === 0) continue;
    const lists = workspaceMatcher(globs);
    const prefix = directory === '' ? '' : `${directory}/`;
    const isListed = ({ directory: path }: FoundManifest) =>
      path.startsWith(prefix) && lists(path.slice(prefix.length));
    if (found.some(isListed)) hoisting.add(directory);
  }
  return hoisting;
}
