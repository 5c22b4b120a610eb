import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMAT_VERSION } from '../../src/image/container.ts';
import { contentOf } from '../builders/image-content.ts';
import { openBytes } from '../builders/open-bytes.ts';

const folder = join(import.meta.dirname, '../golden');
const golden = readdirSync(folder).filter((name) => name.endsWith('.bin'));

/** Additions to the format may add to what an image says; they may not change what an old one said. */
describe('an image written by an earlier version', () => {
  it('is kept for every format version', () => {
    const versions = golden.filter((name) => /^image-v\d+\.bin$/.test(name));
    expect(versions).toEqual(Array.from({ length: FORMAT_VERSION }, (_, index) => `image-v${index + 1}.bin`));
  });

  it.each(golden)('%s says what it always said', (name) => {
    const said: unknown = JSON.parse(readFileSync(join(folder, name.replace(/\.bin$/, '.json')), 'utf8'));
    const content: unknown = JSON.parse(JSON.stringify(contentOf(openBytes(readFileSync(join(folder, name))))));
    expect(content).toMatchObject(said as object);
  });
});
