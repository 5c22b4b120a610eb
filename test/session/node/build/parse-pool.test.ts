import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planTasks } from '../../../../src/session/node/build/parse-pool.ts';

const files = fc.uniqueArray(
  fc.record({ path: fc.stringMatching(/^[a-z]{1,8}\.ts$/), size: fc.nat(900_000), mtimeMs: fc.constant(0) }),
  { selector: ({ path }) => path, maxLength: 200 },
);

it('plans each file once, under the number by which the notes know it', () => {
  fc.assert(
    fc.property(files, fc.nat(), (list, choice) => {
      const suspects = new Set(list.filter((_, index) => (index + choice) % 7 === 0).map(({ path }) => path));
      const plan = planTasks(list, suspects);
      const tasks = [...plan.suspects, ...plan.large, ...plan.small];
      const planned = tasks.flatMap(({ paths, firstFile }) =>
        paths.map((path, index) => [path, firstFile + index] as const),
      );
      expect(planned.sort((a, b) => a[1] - b[1])).toEqual(list.map(({ path }, index) => [path, index]));
    }),
  );
});

it('parses suspects and large files alone', () => {
  const size = 600 * 1024;
  const list = ['a.ts', 'b.ts', 'c.ts'].map((path) => ({ path, size: path === 'b.ts' ? size : 10, mtimeMs: 0 }));
  const plan = planTasks(list, new Set(['c.ts']));
  expect(plan.small).toEqual([{ paths: ['a.ts'], firstFile: 0 }]);
  expect(plan.large).toEqual([{ paths: ['b.ts'], firstFile: 1 }]);
  expect(plan.suspects).toEqual([{ paths: ['c.ts'], firstFile: 2 }]);
});
