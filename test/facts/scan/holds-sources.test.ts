import type * as fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { holdsSources } from '../../../src/facts/scan/holds-sources.ts';
import { projectOf } from '../../builders/project.ts';

/** The order in which the file system lists folders, which is anybody's guess. */
let listing: 'as it comes' | 'backwards' = 'as it comes';
afterEach(() => {
  listing = 'as it comes';
});
vi.mock('node:fs', async (importOriginal) => {
  const original = await importOriginal<typeof fs>();
  const readdirSync = (path: string, options: { withFileTypes: true }) => {
    const entries = original.readdirSync(path, options);
    return listing === 'backwards' ? entries.reverse() : entries;
  };
  return { ...original, readdirSync };
});

it('finds a source at any depth, but none in node_modules', () => {
  expect(holdsSources(projectOf({ 'attic/trunk/letters.ts': '' }))).toBe(true);
  expect(holdsSources(projectOf({ 'attic/letters.txt': '', 'node_modules/left-pad/index.js': '' }))).toBe(false);
  expect(holdsSources(join(projectOf({}), 'gone'))).toBe(false);
});

it('gives up after so many folders, the same ones on every file system', () => {
  const drawers = Array.from({ length: 300 }, (_, number) => `drawer-${String(number).padStart(3, '0')}`);
  const cabinet = (drawer: string) =>
    projectOf({ ...Object.fromEntries(drawers.map((name) => [`${name}/note.txt`, ''])), [`${drawer}/letter.ts`]: '' });
  const [near, far] = [cabinet('drawer-100'), cabinet('drawer-250')];
  for (const order of ['as it comes', 'backwards'] as const) {
    listing = order;
    expect([holdsSources(near), holdsSources(far)], order).toEqual([true, false]);
  }
});
