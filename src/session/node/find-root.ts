import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** What marks a project's root, strongest first: an image or a config of ours, then a repository, then a workspace or package. */
const MARKS = [
  ['.introspect', 'introspect.config.json'],
  ['.git'],
  ['pnpm-workspace.yaml', 'package-lock.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lock', 'bun.lockb'],
  ['package.json'],
] as const;

/**
 * The root of the project that a folder belongs to: the nearest ancestor with the strongest kind of mark;
 * the folder itself when no ancestor has any.
 */
export function findRoot(folder: string): string {
  const start = resolve(folder);
  for (const marks of MARKS) {
    for (let at = start; ; at = dirname(at)) {
      if (marks.some((mark) => existsSync(join(at, mark)))) return at;
      if (at === dirname(at)) break;
    }
  }
  return start;
}
