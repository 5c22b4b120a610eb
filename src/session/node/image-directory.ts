import { lstatSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { ConduitError, isConduitError } from '../../base/errors.ts';
import { CACHE_TAG } from '../../facts/scan/cache-tag.ts';
import { makeFolder } from './make-folder.ts';
import { writeRefusal } from './write-refusal.ts';

/** Where the build of one project keeps its files. Everything in it can be deleted at any time: it is a cache. */
export interface ImageDirectory {
  readonly path: string;
  /** The image itself. */
  readonly image: string;
  /** What the image rests on: sizes and times of its inputs (see state/build-state.ts). */
  readonly state: string;
  /** Extracted facts by content hash (see facts-cache.ts). */
  readonly facts: string;
  /** Where every import led (see state/links-cache.ts). */
  readonly links: string;
  /** What every name was found to mean (see state/symbol-links.ts). */
  readonly symbolLinks: string;
  /** Scratch files of running builds; each build has a folder named after its process. */
  readonly running: string;
}

const FOLDER_NAME = '.introspect';

/**
 * Where everything goes, in the folder that was asked for or in the root.
 * @throws ConduitError CONDUIT_NOT_WRITABLE for a folder that is or holds the project: the image's own files, and the ignore
 * file beside them, must not mix with sources
 */
export function imageDirectory(root: string, directory = join(root, FOLDER_NAME)): ImageDirectory {
  if (`${root}${sep}`.startsWith(`${directory}${sep}`)) {
    throw new ConduitError(
      'CONDUIT_NOT_WRITABLE',
      `${directory} is or holds the project: the image needs a folder of its own`,
    );
  }
  return {
    path: directory,
    image: join(directory, 'image.bin'),
    state: join(directory, 'state.bin'),
    facts: join(directory, 'facts.bin'),
    links: join(directory, 'links.bin'),
    symbolLinks: join(directory, 'symbol-links.bin'),
    running: join(directory, 'running'),
  };
}

/**
 * Makes the folder, with a .gitignore that ignores everything in it, itself included, and a tag by which a sweep knows it. A project may come with an
 * `.introspect` of its own making: through a symbolic link in it we would write, and delete, anywhere.
 * @throws ConduitError CONDUIT_NOT_WRITABLE, CONDUIT_NO_SPACE
 */
export function ensureImageDirectory(directory: ImageDirectory): void {
  try {
    for (const folder of [directory.path, directory.running]) assertNoLink(folder);
    const made = makeFolder(directory.path);
    makeFolder(directory.running);
    // Never into a folder that was somebody's before: git would forget what is in it.
    if (!made && basename(directory.path) !== FOLDER_NAME) return;
    writeOnce(join(directory.path, '.gitignore'), '*\n');
    writeOnce(join(directory.path, CACHE_TAG.name), CACHE_TAG.text);
  } catch (error) {
    throw isConduitError(error) ? error : writeRefusal(error, directory.path);
  }
}

function writeOnce(path: string, text: string): void {
  try {
    // Not a question first and `w` then: a link that leads nowhere yet would not exist, and be written through.
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

function assertNoLink(path: string): void {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  throw new ConduitError('CONDUIT_NOT_WRITABLE', `${path} is a symbolic link, and links are not followed`);
}

/** What {@link createScratchFolder} names its folders: the process and a number. */
const SCRATCH_NAME = /^(\d+)-\d+$/;

let scratchNumber = 0;

/**
 * A folder for one build, named after this process so that a later build can tell whether it is still in use.
 * @throws ConduitError CONDUIT_NOT_WRITABLE, CONDUIT_NO_SPACE
 */
export function createScratchFolder(directory: ImageDirectory): string {
  for (let tries = 0; ; tries++) {
    const scratch = join(directory.running, `${process.pid}-${scratchNumber++}`);
    try {
      // Not recursive: what is there already, left by a process of the same number or planted, is not ours.
      mkdirSync(scratch);
      return scratch;
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      if (!taken || tries >= 1000) throw writeRefusal(error, scratch);
    }
  }
}

/**
 * Removes what builds left behind that were killed: folders in `running/` and half-written files (see
 * replace-file.ts) whose process is gone. The image's own are not numbered; `image/write.ts` removes them by age.
 */
export function sweepDeadBuilds(directory: ImageDirectory): void {
  const remove = (...path: string[]) => rmSync(join(directory.path, ...path), { recursive: true, force: true });
  for (const name of readdirSync(directory.running)) {
    const pid = SCRATCH_NAME.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) remove('running', name);
  }
  for (const name of readdirSync(directory.path)) {
    const pid = /^(?:state|facts|links)\.bin\.(\d+)\.tmp$/.exec(name)?.[1];
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
