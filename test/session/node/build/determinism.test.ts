/** The same tree gives the same bytes, however it was built. */
import { createHash } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildImage } from '../../../../src/session/node/build/build-image.ts';
import { readBuiltProject } from '../../../builders/built-project.ts';
import { projectOf, SHOP, writeFiles } from '../../../builders/project.ts';
import { MINIFIED, randomShop } from '../../../builders/random-shop.ts';

/** A digest, so that a failure does not print two images. (The fingerprint covers less: it is what is under test.) */
const digestOf = (root: string, image?: string) =>
  createHash('sha256').update(readBuiltProject(root, image).bytes).digest('hex');
const shop = (seed: number) => fc.sample(randomShop, { numRuns: 1, seed })[0] ?? {};

it('whatever the number of workers', async () => {
  const root = projectOf(shop(1));
  const images = new Set<string>();
  for (const workers of [1, 2, 4]) {
    await buildImage(root, { workers, cold: true });
    images.add(digestOf(root));
  }
  expect(images.size).toBe(1);
});

it('wherever the tree lies', async () => {
  const root = projectOf(shop(2));
  const elsewhere = join(projectOf({}), 'another folder/with a longer name');
  cpSync(root, elsewhere, { recursive: true });
  await buildImage(root);
  await buildImage(elsewhere);
  expect(digestOf(elsewhere)).toBe(digestOf(root));
});

it('twice in one process, at once or one after the other', async () => {
  const [root, other] = [projectOf(shop(3)), projectOf(shop(4))];
  await Promise.all([buildImage(root), buildImage(other)]);
  const first = [digestOf(root), digestOf(other)];
  await buildImage(root, { cold: true });
  await buildImage(other, { cold: true });
  expect([digestOf(root), digestOf(other)]).toEqual(first);
  expect(first[0]).not.toBe(first[1]);
});

it('cold or incremental, when a setting changes what becomes of a file that did not change', async () => {
  const root = projectOf({ ...SHOP, 'vendor/zoom.js': MINIFIED, 'vendor/tax.js': 'export {};\n' });
  const images: string[] = [];
  for (const minified of [false, true, false]) {
    writeFiles(root, { 'introspect.config.json': { index: { minified } } });
    await buildImage(root);
    images.push(digestOf(root));
    await buildImage(root, { cold: true });
    expect(digestOf(root)).toBe(images.at(-1));
  }
  expect(images[2]).toBe(images[0]);
  expect(images[1]).not.toBe(images[0]);
});

it('with a cache that another build left, or without one', async () => {
  const root = projectOf(shop(5));
  await buildImage(root);
  const first = digestOf(root);
  for (const lost of ['state.bin', 'facts.bin']) {
    rmSync(join(root, '.introspect', lost));
    await buildImage(root);
    expect(digestOf(root)).toBe(first);
  }
  writeFiles(root, { '.introspect/facts.bin': 'half a ca', '.introspect/state.bin': '{ "format": 1, "pa' });
  await buildImage(root);
  expect(digestOf(root)).toBe(first);
});
