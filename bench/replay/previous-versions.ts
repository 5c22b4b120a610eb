import { execFileSync } from 'node:child_process';

/** What a commit modified or removed, by path, as it was before: sources, components and JSON. */
export function previousVersions(root: string, commit: string): ReadonlyMap<string, string> {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 30 });
  const listed = git('diff', '--no-renames', '--name-only', '--diff-filter=MD', '-z', `${commit}^`, commit);
  const paths = listed.split('\0').filter((path) => /\.(?:[cm]?[jt]sx?|json|vue|svelte|astro)$/.test(path));
  return new Map(paths.map((path) => [path, git('show', `${commit}^:${path}`)]));
}
