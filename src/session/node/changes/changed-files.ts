import { listChanges } from './list-changes.ts';
import { assertInRepository, commitOf, mergeBase } from './revisions.ts';

/**
 * Files that are not as they were where this branch left another: committed since, changed in the working tree, or not tracked and not ignored. Paths are from the
 * root, which may be a folder of the repository; what lies outside of it is left out. Deleted files are there too.
 * @param since a branch, tag or commit; without one, only what is not committed
 * @throws ConduitError CONDUIT_NO_REPOSITORY, CONDUIT_UNKNOWN_REVISION, CONDUIT_SHALLOW_CLONE
 */
export async function changedFiles(root: string, since: string | undefined): Promise<string[]> {
  await assertInRepository(root);
  const head = await commitOf(root, 'HEAD');
  const base = since === undefined ? head : await mergeBase(root, await commitOf(root, since), head);
  const changes = await listChanges(root, base, null);
  return changes.map(({ path }) => path);
}
