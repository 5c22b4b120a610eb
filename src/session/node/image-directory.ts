import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeRefusal } from './write-refusal.ts';

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
    const ignore = join(directory.path, '.gitignore');
    if (!existsSync(ignore)) writeFileSync(ignore, '*\n');
  } catch (error) {
    throw writeRefusal(error, directory.path);
  }
}

let scratchNumber = 0;

/**
 * A folder for one build, named after this process so that a later build can tell whether it is still in use.
 * @throws ConduitError CONDUIT_NOT_WRITABLE, CONDUIT_NO_SPACE
 */
export function createScratchFolder(directory: ImageDirectory): string {
  const scratch = join(directory.running, `${process.pid}-${scratchNumber++}`);
  try {
    mkdirSync(scratch, { recursive: true });
  } catch (error) {
    throw writeRefusal(error, scratch);
  }
  return scratch;
}

/**
 * Removes what builds left behind that were killed: folders in `running/` and half-written files (see
 * replace-file.ts) whose process is gone. The image's own are not numbered; `image/write.ts` removes them by age.
 */
export function sweepDeadBuilds(directory: ImageDirectory): void {
  const remove = (...path: string[]) => rmSync(join(directory.path, ...path), { recursive: true, force: true });
  for (const name of readdirSync(directory.running)) {
    if (!isAlive(Number.parseInt(name, 10))) remove('running', name);
  }
  for (const name of readdirSync(directory.path)) {
    const pid = /^(?:state\.json|facts\.bin)\.(\d+)\.tmp$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) remove(name);
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
