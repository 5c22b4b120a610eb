import type { ChangeStatus } from '../../../queries/affected/changes.ts';
import { gitOutput } from './run-git.ts';

export interface GitChange {
  /** From the root; of a submodule or a repository within this one with a `/` at its end. */
  readonly path: string;
  readonly status: ChangeStatus;
  /** Names of the contents; null where there is none, or only the file itself has it. */
  readonly oldBlob: string | null;
  readonly newBlob: string | null;
}

/** Whatever a repository or a user is configured to do with differences. A rename is a file that is gone and one that is new. */
const PLAIN = [
  '--raw',
  '-z',
  '--no-abbrev',
  '--no-renames',
  '--no-ext-diff',
  '--no-textconv',
  '--relative',
  '--no-color',
];

const SUBMODULE = '160000';

/**
 * Files below a folder that differ between a commit and another, or the files as they are, by path.
 * @param head null for the files as they are, those that git does not track (and does not ignore) included
 */
export async function listChanges(root: string, base: string, head: string | null): Promise<GitChange[]> {
  const raw = await gitOutput(root, ['diff', ...PLAIN, ...(head === null ? [base] : [base, head]), '--']);
  const found = readRaw(raw.toString('utf8'));
  const untracked = head === null ? await untrackedFiles(root) : [];
  const byPath = new Map(found.map((change) => [change.path, change]));
  for (const path of untracked) {
    // Gone from the index and still there: git lists it as deleted and as not tracked.
    const known = byPath.get(path);
    byPath.set(path, { path, status: known ? 'modified' : 'added', oldBlob: known?.oldBlob ?? null, newBlob: null });
  }
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** `:<old mode> <new mode> <old> <new> <status>` and a path, each ended by NUL. */
function readRaw(text: string): GitChange[] {
  const words = text.split('\0');
  const changes: GitChange[] = [];
  for (let at = 0; at + 1 < words.length; at += 2) {
    const [oldMode = '', newMode = '', oldBlob = '', newBlob = '', letter = ''] = (words[at] ?? '').slice(1).split(' ');
    const isFolder = oldMode === SUBMODULE || newMode === SUBMODULE;
    changes.push({
      path: `${words[at + 1]}${isFolder ? '/' : ''}`,
      status: letter.startsWith('A') ? 'added' : letter.startsWith('D') ? 'deleted' : 'modified',
      oldBlob: isFolder ? null : blobOf(oldBlob),
      newBlob: isFolder ? null : blobOf(newBlob),
    });
  }
  return changes;
}

const blobOf = (name: string): string | null => (/^0*$/.test(name) ? null : name);

async function untrackedFiles(root: string): Promise<string[]> {
  const output = await gitOutput(root, ['ls-files', '--others', '--exclude-standard', '-z']);
  return output.toString('utf8').split('\0').filter(Boolean);
}
