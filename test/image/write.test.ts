import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileOperations, writeImage } from '../../src/image/write.ts';

const OLD = new TextEncoder().encode('the old image');
const NEW = new TextEncoder().encode('the new image, longer than the old');

let folder: string;
let image: string;

beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'conduit-write-'));
  image = join(folder, 'image.bin');
  fs.writeFileSync(image, OLD);
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

/** The real file operations, of which one call fails; counts all of them. */
function failing(atCall: number, code: string): { files: FileOperations; calls: string[] } {
  const calls: string[] = [];
  const files = new Proxy(fs, {
    get(target, name: keyof FileOperations) {
      return (...parameters: unknown[]) => {
        calls.push(name);
        if (calls.length === atCall) throw Object.assign(new Error(`${code}: injected`), { code });
        return (target[name] as (...parameters: unknown[]) => unknown)(...parameters);
      };
    },
  });
  return { files, calls };
}

const isNew = () => Buffer.compare(fs.readFileSync(image), NEW) === 0;
const isOld = () => Buffer.compare(fs.readFileSync(image), OLD) === 0;

describe('writing an image', () => {
  it('replaces the old one and leaves nothing else', () => {
    writeImage(image, NEW);
    expect(isNew()).toBe(true);
    expect(fs.readdirSync(folder)).toEqual(['image.bin']);
  });

  it('syncs the content before the name, and the folder after it', () => {
    const { files, calls } = failing(-1, '');
    writeImage(image, NEW, files);
    const steps = 'openSync writeSync fsyncSync closeSync renameSync openSync fsyncSync closeSync';
    expect(calls.filter((call) => call !== 'readdirSync')).toEqual(steps.split(' '));
  });

  it.each(['ENOSPC', 'EDQUOT', 'EACCES', 'EROFS', 'EIO'])(
    'that meets %s at any operation leaves a whole image',
    (code) => {
      const { files: probe, calls } = failing(-1, code);
      writeImage(image, NEW, probe);
      expect(calls.length).toBeGreaterThan(8);
      const refusals = { ENOSPC: 'CONDUIT_NO_SPACE', EDQUOT: 'CONDUIT_NO_SPACE', EIO: 'CONDUIT_BUILD_FAILED' };
      const expected = refusals[code as keyof typeof refusals] ?? 'CONDUIT_NOT_WRITABLE';
      let refused = 0;
      for (let call = 1; call <= calls.length; call++) {
        fs.writeFileSync(image, OLD);
        try {
          writeImage(image, NEW, failing(call, code).files);
          expect(isNew(), `failed silently at ${calls[call - 1]}`).toBe(true);
        } catch (error) {
          refused++;
          expect(error).toMatchObject({ code: expected, message: expect.stringContaining(image) });
          expect(isOld(), `damaged by a failing ${calls[call - 1]}`).toBe(true);
        }
        expect(fs.readdirSync(folder)).toEqual(['image.bin']);
      }
      // Opening, writing, syncing, closing and renaming.
      expect(refused).toBe(5);
    },
  );

  it('goes on where a write took only a part', () => {
    const oneByte = (descriptor: number, bytes: Uint8Array, from: number) => fs.writeSync(descriptor, bytes, from, 1);
    writeImage(image, NEW, { ...fs, writeSync: oneByte as typeof fs.writeSync });
    expect(isNew()).toBe(true);
  });

  it('into a folder that does not exist is refused', () => {
    const refused = expect.objectContaining({ code: 'CONDUIT_NOT_WRITABLE' });
    expect(() => writeImage(join(folder, 'gone', 'image.bin'), NEW)).toThrow(refused);
  });

  it('clears away what a writer left that was killed long ago, and nothing that may be in use', () => {
    const abandoned = join(folder, '.image.bin.0a.tmp');
    const recent = join(folder, '.image.bin.0b.tmp');
    const foreign = join(folder, '.notes.0a.tmp');
    for (const path of [abandoned, recent, foreign]) fs.writeFileSync(path, 'half');
    for (const path of [abandoned, foreign]) fs.utimesSync(path, 0, 0);
    writeImage(image, NEW);
    expect(fs.readdirSync(folder).sort()).toEqual(['.image.bin.0b.tmp', '.notes.0a.tmp', 'image.bin']);
  });
});
