/**
 * The whole pipeline over each fixture, as a text. When one of these changes, read the difference: every line of it is an answer that
 * somebody gets. `npx vitest run test/pipeline.snapshot.test.ts -u` accepts it.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildImage } from '../src/session/node/build/build-image.ts';
import { loadInProcess } from '../src/session/node/load-in-process.ts';
import { describeImage } from './builders/describe-image.ts';
import { projectOf } from './builders/project.ts';

const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url));

describe('the image of', () => {
  it.each(readdirSync(fixtures).sort())('fixtures/%s says what it always said', async (name) => {
    const imageDirectory = projectOf({});
    const { image } = await buildImage(join(fixtures, name), { imageDirectory, cold: true });
    const text = describeImage(loadInProcess(image).image);
    await expect(text).toMatchFileSnapshot(`__snapshots__/${name}.txt`);
  });
});
