import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConduitError } from '../../base/errors.ts';

/** Where the build of one project keeps its files. Everything in it can be deleted at any time: it is a cache. */
export interface ImageDirectory {
  readonly path: string;
  /** The image itself. */
  readonly image: string;
  /** What the image rests on: sizes and times of its inputs (see build-state.ts). */
  readonly state: string;
  /** Extracted facts by content hash (see facts-cache.ts). */
  readonly facts: string;
  /** Scratch files of running builds; each build has a folder named after its process. */
  readonly running: string;
}

export function imageDirectory(root: string, directory = join(root, '.introspect')): ImageDirectory {
  return {
    path: directory,
    image: join(directory, 'image.bin'),
    state: join(directory, 'state.json'),
    facts: join(directory, 'facts.bin'),
    running: join(directory, 'running'),
  };
}

/**
 * Makes the folder, with a .gitignore that ignores everything in it, itself included.
 * @throws ConduitError CONDUIT_NOT_WRITABLE, CONDUIT_NO_SPACE
 */
export function ensureImageDirectory(directory: ImageDirectory): void {
  try {
    mkdirSync(directory.running, { recursive: true });
    writeFileSync(join(directory.path, '.gitignore'), '*\n', { flag: 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EEXIST') return;
    if (code === 'ENOSPC') throw new ConduitError('CONDUIT_NO_SPACE', `no space left for ${directory.path}`);
    throw new ConduitError('CONDUIT_NOT_WRITABLE', `cannot write to ${directory.path} (${code})`);
  }
}

/** Removes what builds left behind that were killed: folders in `running/` whose process is gone. */
export function sweepDeadBuilds(directory: ImageDirectory): void {
  for (const name of readdirSync(directory.running)) {
    const pid = Number.parseInt(name, 10);
    if (!Number.isNaN(pid) && isAlive(pid)) continue;
    rmSync(join(directory.running, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
