import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface DisposableClone {
  readonly root: string;
  /** A folder for its image. */
  readonly image: string;
  checkOut(commit: string): void;
  remove(): void;
}

/** All that resolution and extraction look at. Pictures and lock files, which a mirror may lack, are left out. */
const READ = [
  '*.[jt]s',
  '*.[cm][jt]s',
  '*.[jt]sx',
  '*.json',
  '*.jsonc',
  '*.vue',
  '*.svelte',
  '*.astro',
  '*.css',
  'pnpm-workspace.yaml',
  '.gitignore',
  'CODEOWNERS',
  '!package-lock.json',
];

/** A clone that shares the objects of a repository, in a folder of its own: the repository is only read. */
export function disposableClone(repository: string): DisposableClone {
  const folder = mkdtempSync(join(tmpdir(), 'introspect-replay-'));
  const root = join(folder, 'clone');
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
  execFileSync('git', ['clone', '--quiet', '--shared', '--no-checkout', repository, root], { stdio: 'ignore' });
  git('config', 'core.sparseCheckout', 'true');
  writeFileSync(join(root, '.git/info/sparse-checkout'), `${READ.join('\n')}\n`);
  return {
    root,
    image: join(folder, 'image'),
    checkOut: (commit) => void git('checkout', '--quiet', '--force', '--detach', commit),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
