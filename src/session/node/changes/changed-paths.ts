import { listChanges } from './list-changes.ts';
import { assertInRepository, commitOf, emptyTree, hasCommit, mergeBase } from './revisions.ts';

/**
 * Files that are not as they were where the checked-out commit and another parted: committed since, changed in the working tree, or not tracked and not ignored. Paths
 * are from the root; deleted files are there too.
 * @param since a branch, tag or commit; without one, only what is not committed, which before the first commit is everything
 * @throws ConduitError CONDUIT_NO_REPOSITORY, CONDUIT_UNKNOWN_REVISION, CONDUIT_SHALLOW_CLONE
 */
export async function changedPaths(root: string, since: string | undefined): Promise<string[]> {
  await assertInRepository(root);
  const isNew = since === undefined && !(await hasCommit(root));
  const head = isNew ? await emptyTree(root) : await commitOf(root, 'HEAD');
  const base = since === undefined ? head : await mergeBase(root, await commitOf(root, since), head);
  return (await listChanges(root, base, null)).map(({ path }) => path);
}
