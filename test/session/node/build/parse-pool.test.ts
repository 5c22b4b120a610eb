import { statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openParsePool, planTasks } from '../../../../src/session/node/build/parse-pool.ts';
import { createNotes } from '../../../../src/session/node/in-flight-notes.ts';
import { projectOf } from '../../../builders/project.ts';

const files = fc
  .uniqueArray(fc.record({ path: fc.stringMatching(/^[a-z]{1,8}\.ts$/), size: fc.nat(900_000) }), {
    selector: ({ path }) => path,
    maxLength: 200,
  })
  .map((list) => list.map((file, index) => ({ ...file, number: index * 3 })));

it('plans each file once, under the number by which the notes know it', () => {
  fc.assert(
    fc.property(files, fc.nat(), (list, choice) => {
      const suspects = new Set(list.filter((_, index) => (index + choice) % 7 === 0).map(({ path }) => path));
      const plan = planTasks(list, suspects);
      const tasks = [...plan.suspects, ...plan.large, ...plan.small];
      const planned = tasks.flatMap(({ paths, numbers }) =>
        paths.map((path, index) => [path, numbers[index] ?? -1] as const),
      );
      expect(planned.sort((a, b) => a[1] - b[1])).toEqual(list.map(({ path, number }) => [path, number]));
    }),
  );
});

it('parses suspects and large files alone', () => {
  const size = 600 * 1024;
  const list = ['a.ts', 'b.ts', 'c.ts'].map((path, number) => ({ path, number, size: path === 'b.ts' ? size : 10 }));
  const plan = planTasks(list, new Set(['c.ts']));
  expect(plan.small).toEqual([{ paths: ['a.ts'], numbers: [0] }]);
  expect(plan.large).toEqual([{ paths: ['b.ts'], numbers: [1] }]);
  expect(plan.suspects).toEqual([{ paths: ['c.ts'], numbers: [2] }]);
});

it('never has more workers than slots in the notes, however the files come', async () => {
  // Large files are parsed one at a time, so that the other worker idles in between.
  const large = Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [
      `catalogue-${i}.ts`,
      `export {};\n${'// a page of the catalogue\n'.repeat(21_000)}`,
    ]),
  );
  const small = Object.fromEntries(Array.from({ length: 120 }, (_, i) => [`item-${i}.ts`, 'export {};\n']));
  const root = projectOf({ ...large, ...small });
  const notes = join(root, 'in-flight');
  createNotes(notes, 2);
  const files = Object.entries({ ...large, ...small }).map(([path, { length: size }], number) => ({
    path,
    size,
    number,
  }));
  const options = { root, notes, minified: false, symbols: true, workers: 2, eager: false, onParsed: () => {} };
  const pool = openParsePool(options);
  const facts = await pool.parse(files, new Set());
  await pool.close();
  expect(facts).toHaveLength(132);
  expect(statSync(notes).size).toBe(2 * 16);
});
