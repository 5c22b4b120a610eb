import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ConduitError, type ErrorCode } from '../base/errors.ts';

/** The file operations that writing needs, so that a test can let each of them fail. */
export type FileOperations = Pick<
  typeof fs,
  'openSync' | 'writeSync' | 'fsyncSync' | 'closeSync' | 'renameSync' | 'rmSync' | 'readdirSync' | 'statSync'
>;

const REFUSALS: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'CONDUIT_NO_SPACE',
  EDQUOT: 'CONDUIT_NO_SPACE',
  EFBIG: 'CONDUIT_NO_SPACE',
  EACCES: 'CONDUIT_NOT_WRITABLE',
  EPERM: 'CONDUIT_NOT_WRITABLE',
  EROFS: 'CONDUIT_NOT_WRITABLE',
  ENOENT: 'CONDUIT_NOT_WRITABLE',
  ENOTDIR: 'CONDUIT_NOT_WRITABLE',
  EISDIR: 'CONDUIT_NOT_WRITABLE',
};

/**
 * Replaces an image in one step: whoever opens the path sees all of the old image or all of the new one, also after
 * a crash at any moment. Two writers do not disturb each other; the later rename wins.
 * The folder must exist. When this throws, the old image is untouched and no temporary file stays behind.
 * @throws ConduitError CONDUIT_NO_SPACE, CONDUIT_NOT_WRITABLE, or CONDUIT_BUILD_FAILED for anything else.
 */
export function writeImage(path: string, bytes: Uint8Array, files: FileOperations = fs): void {
  ignoreFailure(() => removeAbandoned(path, files));
  // In the same folder, because a rename is atomic only within one file system.
  const temporary = join(dirname(path), `${temporaryPrefix(path)}${randomBytes(8).toString('hex')}.tmp`);
  try {
    writeDurably(temporary, bytes, files);
    files.renameSync(temporary, path);
  } catch (error) {
    ignoreFailure(() => files.rmSync(temporary, { force: true }));
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const why = error instanceof Error ? error.message : String(error);
    throw new ConduitError(
      REFUSALS[code] ?? 'CONDUIT_BUILD_FAILED',
      `the image could not be written to ${path}: ${why}`,
    );
  }
  // Not every system can sync a folder. If the rename is lost in a power cut, the old image is there, and whole.
  ignoreFailure(() => syncFolder(dirname(path), files));
}

function writeDurably(path: string, bytes: Uint8Array, files: FileOperations): void {
  const descriptor = files.openSync(path, 'wx');
  try {
    // A write may take less than it was given.
    for (let written = 0; written < bytes.length; ) {
      written += files.writeSync(descriptor, bytes, written, bytes.length - written);
    }
    // Before the rename: otherwise a crash could leave the new name on empty blocks.
    files.fsyncSync(descriptor);
  } finally {
    files.closeSync(descriptor);
  }
}

function syncFolder(folder: string, files: FileOperations): void {
  const descriptor = files.openSync(folder, 'r');
  try {
    files.fsyncSync(descriptor);
  } finally {
    files.closeSync(descriptor);
  }
}

/**
 * Deletes what killed writers left. Age tells them from writers at work: process ids mean nothing across containers
 * that share a folder, and nobody writes an image for an hour.
 */
function removeAbandoned(path: string, files: FileOperations): void {
  const abandonedBefore = Date.now() - 3_600_000;
  for (const name of files.readdirSync(dirname(path))) {
    if (!name.startsWith(temporaryPrefix(path)) || !name.endsWith('.tmp')) continue;
    const leftover = join(dirname(path), name);
    if (files.statSync(leftover).mtimeMs < abandonedBefore) files.rmSync(leftover, { force: true });
  }
}

function temporaryPrefix(path: string): string {
  return `.${basename(path)}.`;
}

function ignoreFailure(attempt: () => void): void {
  try {
    attempt();
  } catch {
    // Whoever calls this says why it does not matter.
  }
}
