import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { createFileReader } from '../../../src/session/node/file-reader.ts';

const folder = mkdtempSync(join(tmpdir(), 'conduit-reader-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('reads files of any length, one after the other, and is as good after one that is not there', () => {
  const read = createFileReader();
  const path = join(folder, 'ship.ts');
  // The second and the last are as long as the memory is at first and as it has become.
  for (const length of [0, 256 * 1024, 1, 3_000_000, 5, 256 * 1024 + 1, 512 * 1024]) {
    const bytes = Buffer.alloc(length, `${length} ships`);
    writeFileSync(path, bytes);
    expect(read(path).equals(bytes), String(length)).toBe(true);
    expect(() => read(join(folder, 'none.ts'))).toThrow('ENOENT');
    expect(() => read(folder)).toThrow('EISDIR');
  }
});
