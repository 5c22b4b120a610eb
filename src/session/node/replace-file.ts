import { appendFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { writeRefusal } from './write-refusal.ts';

/**
 * Replaces a file that may be lost but must never be half written: no fsync, because everything written this
 * way can be made again. (The image itself goes through `image/write.ts`, which does fsync.)
 * @param rest what follows on the content, where putting them together would be a large copy
 * @throws ConduitError CONDUIT_NOT_WRITABLE, CONDUIT_NO_SPACE
 */
export function replaceFile(path: string, content: Uint8Array | string, rest?: Uint8Array): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    // Made anew: what lies under that name, be it a link to somewhere else, is not written through.
    rmSync(temporary, { force: true });
    writeFileSync(temporary, content, { flag: 'wx' });
    if (rest) appendFileSync(temporary, rest);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw writeRefusal(error, path);
  }
}
