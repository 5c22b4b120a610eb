import { closest } from '../../../base/closest.ts';
import { ConduitError } from '../../../base/errors.ts';
import { gitOutput, runGit } from './run-git.ts';

/** @throws ConduitError CONDUIT_NO_REPOSITORY when a folder is in no work tree of git */
export async function assertInRepository(root: string): Promise<void> {
  const { code, stdout } = await runGit(root, ['rev-parse', '--is-inside-work-tree']);
  if (code === 0 && stdout.toString().trim() === 'true') return;
  throw new ConduitError('CONDUIT_NO_REPOSITORY', `${root} is in no work tree of git`);
}

/** False before the first commit of a branch. */
export async function hasCommit(root: string): Promise<boolean> {
  const { code } = await runGit(root, ['rev-parse', '--verify', '--quiet', 'HEAD']);
  return code === 0;
}

/** The name of a tree without files in a repository, whatever it names things by: what there was before the first commit. */
export async function emptyTree(root: string): Promise<string> {
  const name = await gitOutput(root, ['hash-object', '-t', 'tree', '--stdin']);
  return name.toString('utf8').trim();
}

/**
 * The commit that a revision names, as 40 or 64 hexadecimal digits.
 * @throws ConduitError CONDUIT_UNKNOWN_REVISION with branches and tags of similar names
 */
export async function commitOf(root: string, revision: string): Promise<string> {
  const { code, stdout } = await runGit(root, [
    ...['rev-parse', '--verify', '--quiet', '--end-of-options'],
    `${revision}^{commit}`,
  ]);
  if (code === 0) return stdout.toString().trim();
  const refs = await gitOutput(root, ['for-each-ref', '--format=%(refname:short)']);
  const shallow = (await isShallow(root)) ? ', in a clone that has only a part of the history' : '';
  throw new ConduitError(
    'CONDUIT_UNKNOWN_REVISION',
    `git knows no commit \`${revision.slice(0, 200)}\`${shallow}`,
    closest(revision, new Set(refs.toString('utf8').split('\n').filter(Boolean))),
  );
}

/**
 * Where two commits parted.
 * @throws ConduitError CONDUIT_SHALLOW_CLONE when the history at hand does not go back that far, CONDUIT_UNKNOWN_REVISION when they have none in common
 */
export async function mergeBase(root: string, one: string, other: string): Promise<string> {
  const { code, stdout } = await runGit(root, ['merge-base', one, other]);
  if (code === 0) return stdout.toString().trim();
  const pair = `${one.slice(0, 12)} and ${other.slice(0, 12)}`;
  if (await isShallow(root)) {
    throw new ConduitError(
      'CONDUIT_SHALLOW_CLONE',
      `where ${pair} parted lies beyond the part of the history that is here`,
    );
  }
  throw new ConduitError('CONDUIT_UNKNOWN_REVISION', `${pair} have no commit in common`);
}

async function isShallow(root: string): Promise<boolean> {
  const { stdout } = await runGit(root, ['rev-parse', '--is-shallow-repository']);
  return stdout.toString().trim() === 'true';
}
