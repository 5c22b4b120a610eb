import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  realpathSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * A copy of a project as a fresh clone has it: without node_modules and without anything that git ignores, which is where
 * builds put their output. A folder that is not under git is copied without its node_modules.
 * @returns its real absolute path; the caller removes it
 */
export function copyWithoutBuild(root: string): string {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'introspect-oracle-')));
  for (const path of listFiles(root)) {
    const [from, to] = [join(root, path), join(copy, path)];
    // The index may list what is no longer there; of a folder (a submodule) nothing is known.
    const stat = lstatSync(from, { throwIfNoEntry: false });
    if (!stat || stat.isDirectory()) continue;
    mkdirSync(dirname(to), { recursive: true });
    if (stat.isSymbolicLink()) symlinkSync(readlinkSync(from), to);
    else if (stat.isFile()) copyFileSync(from, to);
  }
  return copy;
}

function listFiles(root: string): string[] {
  const run = (command: string, ...args: string[]): string[] =>
    execFileSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 })
      .split('\0')
      .filter(Boolean);
  if (existsSync(join(root, '.git'))) return run('git', 'ls-files', '-z', '-co', '--exclude-standard');
  return run('find', '.', '-name', 'node_modules', '-prune', '-o', '-type', 'f', '-print0');
}
