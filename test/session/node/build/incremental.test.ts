/** A build that keeps what it can gives the bytes of one that keeps nothing, and keeps all that it could. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildImage } from '../../../../src/session/node/build/build-image.ts';
import { type ProjectFiles, projectOf, settle, writeFiles } from '../../../builders/project.ts';
import { applyChange, randomChange, randomShop, sourcesOf } from '../../../builders/random-shop.ts';

/** A digest, so that a failure does not print two images. */
const digestOf = (images: string) =>
  createHash('sha256')
    .update(readFileSync(join(images, 'image.bin')))
    .digest('hex');

it('after any edits, moves, removals, new files and configurations, again and again', async () => {
  const rounds = fc.array(fc.array(randomChange, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(randomShop, rounds, async (files, changes) => {
      const [root, warm, cold] = [projectOf(files), projectOf({}), projectOf({})];
      const sources = sourcesOf(files);
      settle(root);
      await buildImage(root, { imageDirectory: warm });
      for (const round of changes) {
        for (const change of round) applyChange(root, sources, change);
        const { reused, resolved, files: count } = await buildImage(root, { imageDirectory: warm });
        await buildImage(root, { cold: true, imageDirectory: cold });
        expect(digestOf(warm)).toBe(digestOf(cold));
        kept += count - resolved;
        // Only the setting that brings back minified files forgets all facts.
        if (!round.some(({ type }) => type === 'configure')) expect(reused).toBeGreaterThan(0);
      }
    }),
    { numRuns: 15 },
  );
  // Otherwise a build from what was kept was never compared.
  expect(kept).toBeGreaterThan(100);
}, 180_000);

describe('in a project of 40 files with the whole of it known', () => {
  const NAMES = Array.from({ length: 40 }, (_, number) => `part${number}`);
  const PARTS: ProjectFiles = {
    'package.json': { name: 'shop', workspaces: ['packages/*'] },
    ...Object.fromEntries(
      NAMES.map((name, number) => [
        `packages/${number % 4}/src/${name}.ts`,
        `import { value } from './part${(number + 4) % 40}';\nimport '@shop/three';\nexport { value };\n`,
      ]),
    ),
    'packages/2/tsconfig.json': { compilerOptions: { paths: { '~/*': ['./src/*'] } } },
    'packages/3/package.json': { name: '@shop/three', main: 'src/part3.ts' },
  };

  it.each<[what: string, files: ProjectFiles, parsed: number, resolved: number]>([
    ['nothing changed', {}, 0, 0],
    ['one file was edited', { 'packages/1/src/part5.ts': "import './part9';\n" }, 1, 1],
    // Its neighbours may mean it from now on.
    ['a file appeared', { 'packages/1/src/part4.ts': '' }, 1, 11],
    ['a file appeared where nobody looks', { 'tools/part4.ts': '' }, 1, 1],
    [
      'a tsconfig changed',
      { 'packages/2/tsconfig.json': { compilerOptions: { paths: { '~/*': ['./lib/*'] } } } },
      0,
      10,
    ],
    // Anybody may import it.
    ['a manifest changed', { 'packages/3/package.json': { name: '@shop/three', main: 'src/part7.ts' } }, 0, 40],
    [
      'a manifest changed in what no import depends on',
      { 'package.json': { name: 'shop', private: true, workspaces: ['packages/*'] } },
      0,
      0,
    ],
  ])('when %s', async (_, files, parsed, resolved) => {
    const [root, images] = [projectOf(PARTS), projectOf({})];
    settle(root);
    const first = await buildImage(root, { imageDirectory: images });
    expect(first).toMatchObject({ files: 40, reused: 0, resolved: 40 });
    writeFiles(root, files);
    const second = await buildImage(root, { imageDirectory: images });
    expect([second.files - second.reused, second.resolved]).toEqual([parsed, resolved]);
  });
});
