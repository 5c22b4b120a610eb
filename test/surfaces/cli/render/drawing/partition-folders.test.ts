import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partitionFolders } from '../../../../../src/surfaces/cli/render/drawing/partition-folders.ts';

const divide = (paths: readonly string[], limit: number, weights = paths.map(() => 1)) =>
  partitionFolders(paths, weights, limit)
    .map(({ id, members }) => `${id} ${members.length}`)
    .sort();

describe('folders', () => {
  const paths = ['a/x/1.ts', 'a/x/2.ts', 'a/y/1.ts', 'b/deep/down/1.ts', 'b/deep/down/2.ts', 'main.ts'];

  it('are taken apart for as long as there is room', () => {
    expect(divide(paths, 6)).toEqual([...paths].map((path) => `${path} 1`).sort());
    expect(divide(paths, 5)).toEqual(['a/x/1.ts 1', 'a/x/2.ts 1', 'a/y/1.ts 1', 'b/deep/down/ 2', 'main.ts 1']);
    expect(divide(paths, 4)).toEqual(['a/x/ 2', 'a/y/1.ts 1', 'b/deep/down/ 2', 'main.ts 1']);
    expect(divide(paths, 3)).toEqual(['a/ 3', 'b/deep/down/ 2', 'main.ts 1']);
  });

  it('are taken apart first where the weight is', () => {
    expect(divide(paths, 4, [1, 1, 1, 9, 9, 1])).toEqual([
      'a/ 3',
      'b/deep/down/1.ts 1',
      'b/deep/down/2.ts 1',
      'main.ts 1',
    ]);
  });

  it('with too much in them show the greatest of it, and the rest as one', () => {
    const flat = Array.from({ length: 100 }, (_, index) => `src/aisle-${index}.ts`);
    const weights = flat.map((_, index) => (index === 70 ? 50 : index === 7 ? 40 : 1));
    expect(divide(flat, 3, weights)).toEqual(['src/* 98', 'src/aisle-7.ts 1', 'src/aisle-70.ts 1']);
  });
});

it('every path is in one part, there are never too many parts, and no two are called alike', () => {
  const part = fc.constantFrom('a', 'b', 'c', 'src', '1.ts', '2.ts', '');
  const path = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));
  const paths = fc.uniqueArray(path, { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(paths, fc.integer({ min: 1, max: 45 }), fc.infiniteStream(fc.nat(9)), (all, limit, weights) => {
      const parts = partitionFolders(
        all,
        all.map(() => weights.next().value),
        limit,
      );
      expect(parts.length).toBeLessThanOrEqual(Math.max(1, limit));
      expect(parts.flatMap(({ members }) => members).sort((a, b) => a - b)).toEqual(all.map((_, index) => index));
      for (const { members } of parts) expect(members.length).toBeGreaterThan(0);
      if (limit >= all.length) expect(parts).toHaveLength(all.length);
    }),
    { numRuns: 500 },
  );
});
