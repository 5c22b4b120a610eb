import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMAT_VERSION, HEADER } from '../../../src/image/container.ts';
import { readHeader } from '../../../src/image/read-header.ts';
import type { SectionName } from '../../../src/image/sections.ts';
import { buildImage } from '../../../src/session/node/build/build-image.ts';
import { doctor } from '../../../src/session/node/doctor.ts';
import { open } from '../../../src/session/node/open.ts';
import { readBuiltProject } from '../../builders/built-project.ts';
import { projectOf, SHOP, writeFiles } from '../../builders/project.ts';

const imageOf = (root: string) => join(root, '.introspect/image.bin');

/** Opens the project, asks it one thing and closes it. */
async function openOnce(root: string, refresh?: 'auto' | 'never' | 'force') {
  const notices: string[] = [];
  let built = false;
  const onProgress = () => {
    built = true;
  };
  const session = await open({ root, refresh, onProgress, onNotice: (text) => notices.push(text) });
  const answer = await session.deps({ target: 'total.ts', depth: 1 });
  await session.close();
  return { notices, built, stale: answer.asOf.stale, imports: answer.result.nodes.map(({ id }) => id).slice(1) };
}

/** A shop with its image. */
async function builtShop() {
  const root = projectOf(SHOP);
  await openOnce(root);
  return root;
}

/** The image with other bytes at the end of a section. */
function damagedIn(section: SectionName, image: Buffer): Buffer {
  const { offset = 0, length = 0 } = readHeader(image).sections.get(section) ?? {};
  return image.fill(0xa5, offset + length - 40, offset + length);
}

const PRICES = ['packages/prices/src/index.ts'];

describe('auto', () => {
  it('reads symbols that an earlier build left out; everybody counts them alike, and none is not the same as unread', async () => {
    const root = projectOf(SHOP);
    const counted = () => {
      const { image } = doctor(root);
      return image.state === 'usable' ? image.symbols : image.state;
    };
    expect((await buildImage(root, { symbols: false })).symbols).toBeNull();
    expect(counted()).toBeNull();
    expect((await openOnce(root)).notices).toEqual([
      'only a part of the project has been read so far: reading the rest',
    ]);
    const { symbols } = await buildImage(root);
    expect(symbols).toBeGreaterThan(0);
    expect(counted()).toBe(symbols);
  });

  it('builds when there is no image and says so; then answers without building', async () => {
    const root = projectOf(SHOP);
    expect(await openOnce(root)).toEqual({
      notices: ['no image yet: building it'],
      built: true,
      stale: false,
      imports: PRICES,
    });
    expect(await openOnce(root)).toEqual({ notices: [], built: false, stale: false, imports: PRICES });
  });

  it('builds again after a change, and the answer knows of it', async () => {
    const root = await builtShop();
    writeFiles(root, {
      'packages/cart/src/tax.ts': 'export {};\n',
      'packages/cart/src/total.ts': "import './tax.ts';\n",
    });
    const answer = await openOnce(root);
    expect(answer).toMatchObject({
      notices: ['sources have changed: refreshing the image'],
      imports: ['packages/cart/src/tax.ts'],
    });
  });

  it('does not build again and again over files that are passed over or not understood', async () => {
    const root = projectOf({
      ...SHOP,
      'broken.ts': 'const = ;\n',
      'zoom.js': 'a(b,[1],{c:d});'.repeat(300),
      'latin.ts': Buffer.from([0x2f, 0x2f, 0xe9]),
      'introspect.config.json': { limits: { fileBytes: 10_000 } },
      'large.ts': ' '.repeat(10_001),
    });
    await openOnce(root);
    expect(await openOnce(root)).toMatchObject({ built: false, notices: [] });
  });

  it.each([
    ['a section', (image: Buffer) => damagedIn('graph', image)],
    ['the header', (image: Buffer) => image.fill(0xa5, 8, 40)],
    ['its end, which is missing', (image: Buffer) => image.subarray(0, image.length / 2)],
    [
      'everything: it is another file',
      () => Buffer.from('a letter to the baker, much longer than any header\n'.repeat(40)),
    ],
    ['everything: it is empty', () => Buffer.alloc(0)],
  ])('rebuilds an image that is damaged in %s, with a word about it', async (_, damage) => {
    const root = await builtShop();
    const whole = readFileSync(imageOf(root));
    writeFileSync(imageOf(root), damage(Buffer.from(whole)));
    const { notices, built, imports } = await openOnce(root);
    expect(notices).toEqual([expect.stringMatching(/: rebuilding it$/)]);
    expect({ built, imports }).toEqual({ built: true, imports: PRICES });
    expect(readFileSync(imageOf(root)).equals(whole)).toBe(true);
  });

  it('rebuilds an image whose symbols are damaged when a question is about them', async () => {
    const root = await builtShop();
    const whole = readFileSync(imageOf(root));
    writeFileSync(imageOf(root), damagedIn('symbols', Buffer.from(whole)));
    expect(await openOnce(root)).toMatchObject({ notices: [], built: false, imports: PRICES });
    const notices: string[] = [];
    const session = await open({ root, refresh: 'lazy', onNotice: (text) => notices.push(text) });
    const answer = await session.query('refs', { symbol: 'total.ts' });
    expect(answer).not.toHaveProperty('error');
    expect(notices).toEqual(['the image is damaged: the checksum of section `symbols` does not match: rebuilding it']);
    expect(readFileSync(imageOf(root)).equals(whole)).toBe(true);
  });

  it('does not believe a state that speaks of another image, or none', async () => {
    const [root, other] = [await builtShop(), projectOf({ ...SHOP, 'more.ts': '' })];
    await openOnce(other);
    copyFileSync(imageOf(other), imageOf(root));
    expect(await openOnce(root)).toMatchObject({
      notices: ['the image is of unknown age: rebuilding it'],
      built: true,
    });
    rmSync(join(root, '.introspect/state.bin'));
    expect(await openOnce(root)).toMatchObject({
      notices: ['the image is of unknown age: rebuilding it'],
      built: true,
    });
    expect(readBuiltProject(root).coverage.files).toBe(3);
  });
});

describe('force', () => {
  it('builds although nothing changed, without an excuse', async () => {
    const root = await builtShop();
    expect(await openOnce(root, 'force')).toEqual({ notices: [], built: true, stale: false, imports: PRICES });
  });
});

describe('never', () => {
  it('takes the image as it is and says that nobody looked', async () => {
    const root = await builtShop();
    writeFiles(root, { 'packages/cart/src/total.ts': '' });
    expect(await openOnce(root, 'never')).toEqual({ notices: [], built: false, stale: 'unchecked', imports: PRICES });
  });

  it('refuses when there is no image, and makes no folder for one', async () => {
    const root = projectOf(SHOP);
    await expect(openOnce(root, 'never')).rejects.toMatchObject({ code: 'CONDUIT_IMAGE_MISSING' });
    expect(existsSync(join(root, '.introspect'))).toBe(false);
  });

  it.each([
    ['CONDUIT_IMAGE_DAMAGED', 'is cut short', (image: Buffer) => image.subarray(0, image.length - 16)],
    ['CONDUIT_IMAGE_DAMAGED', 'has a wrong byte', (image: Buffer) => damagedIn('graph', image)],
    ['CONDUIT_IMAGE_FOREIGN', 'is another file', () => Buffer.from('a letter to the baker\n'.repeat(40))],
  ])('refuses with %s when the image %s, and leaves it alone', async (code, _, damage) => {
    const root = await builtShop();
    const damaged = damage(readFileSync(imageOf(root)));
    writeFileSync(imageOf(root), damaged);
    await expect(openOnce(root, 'never')).rejects.toMatchObject({ code });
    expect(readFileSync(imageOf(root)).equals(damaged)).toBe(true);
  });

  it('refuses an image of a newer version by that name; auto builds its own over it', async () => {
    const root = await builtShop();
    const newer = readFileSync(imageOf(root));
    newer.writeUInt32LE(FORMAT_VERSION + 1, HEADER.VERSION);
    writeFileSync(imageOf(root), newer);
    await expect(openOnce(root, 'never')).rejects.toMatchObject({ code: 'CONDUIT_IMAGE_NEWER' });
    expect(await openOnce(root)).toMatchObject({ built: true, imports: PRICES });
  });
});

describe('an open session', () => {
  it('answers from the refreshed image after a refresh, and only then', async () => {
    const root = await builtShop();
    const session = await open({ root, pool: { workers: 1 } });
    const imports = async () => (await session.deps({ target: 'total.ts', depth: 1 })).result.nodes.length - 1;
    const before = session.fingerprint;
    expect(await session.refresh()).toEqual({ rebuilt: false });
    writeFiles(root, { 'packages/cart/src/total.ts': "import './tax';\nimport './gift';\n" });
    expect(await imports()).toBe(1);
    expect(await session.refresh()).toEqual({ rebuilt: true });
    expect(await imports()).toBe(2);
    expect(session.fingerprint).not.toBe(before);
    await session.close();
  });
});
