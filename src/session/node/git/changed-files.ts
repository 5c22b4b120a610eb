import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ConduitError } from '../../../base/errors.ts';
import { compareCodeUnits } from '../../../base/text.ts';

const run = promisify(execFile);

/** A list of a million paths; git prints them all at once. */
const MOST_OUTPUT_BYTES = 2 ** 28;

/**
 * Files that are not as they were where this branch left another: committed since, changed in the working tree, or not tracked and not ignored. Paths are from the
 * root, which may be a folder of the repository; what lies outside of it is left out. Deleted files are there too.
 * @param since a branch, tag or commit; without one, only what is not committed
 * @throws ConduitError CONDUIT_NO_GIT, CONDUIT_UNKNOWN_REF
 */
export async function changedFiles(root: string, since: string | undefined): Promise<string[]> {
  const base = since === undefined ? 'HEAD' : await mergeBase(root, since);
  const [changed, untracked] = await Promise.all([
    git(root, ['diff', '--name-only', '-z', '--relative', '--no-renames', '--no-ext-diff', base, '--']),
    git(root, ['ls-files', '--others', '--exclude-standard', '-z']),
  ]);
  const paths = [changed, untracked].flatMap((text) => text.split('\0')).filter((path) => path !== '');
  return [...new Set(paths)].sort(compareCodeUnits);
}

/** The commit from which both sides go on. */
async function mergeBase(root: string, ref: string): Promise<string> {
  await git(root, ['rev-parse', '--git-dir']);
  const commit = await git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]).catch(
    () => {
      throw new ConduitError('CONDUIT_UNKNOWN_REF', `git knows no commit \`${ref.slice(0, 80)}\``);
    },
  );
  const base = await git(root, ['merge-base', commit.trim(), 'HEAD']).catch(() => {
    throw new ConduitError(
      'CONDUIT_NO_GIT',
      `git knows no commit that HEAD and \`${ref.slice(0, 80)}\` have in common`,
    );
  });
  return base.trim();
}

/** @throws ConduitError CONDUIT_NO_GIT */
async function git(root: string, args: readonly string[]): Promise<string> {
  try {
    // A file system monitor is a program that the repository's settings name.
    const { stdout } = await run('git', ['-c', 'core.fsmonitor=false', ...args], {
      cwd: root,
      maxBuffer: MOST_OUTPUT_BYTES,
    });
    return stdout;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n')[0] : '';
    throw new ConduitError('CONDUIT_NO_GIT', `git cannot say what changed${said ? `: ${said}` : ''}`);
  }
}
