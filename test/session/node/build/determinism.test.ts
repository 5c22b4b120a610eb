/** The same tree gives the same bytes, however it was built. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildImage } from '../../../../src/session/node/build/build-image.ts';
import { readBuiltProject } from '../../../builders/built-project.ts';
import { projectOf } from '../../../builders/project.ts';
import { applyChange, randomChange, randomShop, sourcesOf } from '../../../builders/random-shop.ts';

const bytesOf = (root: string, image?: string) => readBuiltProject(root, image).bytes.toString('hex');
/** A few hundred bytes would drown the report of a failure: compare digests of what is not equal. */
const shop = (seed: number) => fc.sample(randomShop, { numRuns: 1, seed })[0] ?? {};

it('whatever the number of workers', async () => {
  const root = projectOf(shop(1));
  const images = new Set<string>();
  for (const workers of [1, 2, 4]) {
    await buildImage(root, { workers, cold: true });
    images.add(bytesOf(root));
  }
  expect(images.size).toBe(1);
});

it('wherever the tree lies', async () => {
  const root = projectOf(shop(2));
  const elsewhere = join(projectOf({}), 'another folder/with a longer name');
  cpSync(root, elsewhere, { recursive: true });
  await buildImage(root);
  await buildImage(elsewhere);
  expect(bytesOf(elsewhere)).toBe(bytesOf(root));
});

it('twice in one process, at once or one after the other', async () => {
  const [root, other] = [projectOf(shop(3)), projectOf(shop(4))];
  await Promise.all([buildImage(root), buildImage(other)]);
  const first = [bytesOf(root), bytesOf(other)];
  await buildImage(root, { cold: true });
  await buildImage(other, { cold: true });
  expect([bytesOf(root), bytesOf(other)]).toEqual(first);
  expect(first[0]).not.toBe(first[1]);
});

it('cold or incremental, after any edits, moves, removals, new files and configurations', async () => {
  const rounds = fc.array(fc.array(randomChange, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(randomShop, rounds, async (files, changes) => {
      const root = projectOf(files);
      const sources = sourcesOf(files);
      await buildImage(root);
      let reused = 0;
      for (const round of changes) {
        for (const change of round) applyChange(root, sources, change);
        reused += (await buildImage(root)).reused;
      }
      const incremental = bytesOf(root);
      const cold = join(root, '.introspect/cold');
      await buildImage(root, { cold: true, imageDirectory: cold });
      expect(incremental).toBe(bytesOf(root, join(cold, 'image.bin')));
      // Otherwise nothing was compared.
      expect(reused).toBeGreaterThan(0);
    }),
    { numRuns: 15 },
  );
}, 120_000);
