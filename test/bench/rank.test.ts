import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowestRanked, rankOf } from '../../bench/rank.ts';

const byName = (name: string) => rankOf('7', name);

describe('rankOf', () => {
  it('depends on the seed, on each name, and on where one name ends and the next begins', () => {
    const ranks = [
      rankOf('7', 'cart.ts', 'order.ts'),
      rankOf('8', 'cart.ts', 'order.ts'),
      rankOf('7', 'order.ts', 'cart.ts'),
      rankOf('7', 'cart.tsorder.ts'),
      rankOf('7', 'cart.ts', 'order.ts', ''),
    ];
    expect(new Set(ranks).size).toBe(ranks.length);
    expect(rankOf('7', 'cart.ts', 'order.ts')).toBe(ranks[0]);
  });
});

describe('lowestRanked', () => {
  const names = fc.uniqueArray(fc.string(), { maxLength: 40 });

  it('draws the same whatever the order of the items', () => {
    fc.assert(
      fc.property(names, fc.nat(10), (items, count) => {
        expect(lowestRanked([...items].reverse(), count, byName)).toEqual(lowestRanked(items, count, byName));
      }),
    );
  });

  it('draws again what it drew before others came or went', () => {
    fc.assert(
      fc.property(names, fc.string(), fc.nat(10), (items, extra, count) => {
        const before = lowestRanked(items, count, byName);
        const after = lowestRanked(new Set([...items, extra]), count, byName);
        // One more item can push out the last of the sample and nobody else.
        expect(after.filter((name) => name !== extra).slice(0, count - 1)).toEqual(
          before.filter((name) => name !== extra).slice(0, count - 1),
        );
        const left = items.filter((name) => !before.includes(name));
        expect(
          lowestRanked(
            items.filter((name) => name !== left[0]),
            count,
            byName,
          ),
        ).toEqual(before);
      }),
    );
  });

  it('has every item when there are fewer than asked for', () => {
    expect(lowestRanked(['cart', 'order'], 5, byName).sort()).toEqual(['cart', 'order']);
  });
});
