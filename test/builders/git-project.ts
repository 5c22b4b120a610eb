import { execFileSync } from 'node:child_process';
import { type ProjectFiles, projectOf } from './project.ts';

/** A project in a repository of its own, with one commit on the branch `main`. */
export function gitProjectOf(files: ProjectFiles): string {
  const root = projectOf(files);
  git(root, 'init', '--quiet', '--initial-branch=main');
  commitAll(root, 'first');
  return root;
}

export function commitAll(root: string, subject: string): void {
  git(root, 'add', '--all');
  git(root, 'commit', '--quiet', '--allow-empty', '--no-verify', '-m', subject);
}

/** As nobody in particular, whatever this machine's git is configured to do. @returns what it prints */
export function git(root: string, ...args: string[]): string {
  const who = ['-c', 'user.name=Ann', '-c', 'user.email=ann@shop.example', '-c', 'commit.gpgSign=false'];
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  return execFileSync('git', [...who, ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
