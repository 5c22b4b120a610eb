import { createHash } from 'node:crypto';
import { compareCodeUnits } from '../src/base/text.ts';

/**
 * The rank of something that is known by its names: a hash (SHA-256, hexadecimal) of the seed and the names, so evenly spread,
 * and dependent on nothing else. Whoever has the lowest ranks is a random sample that stays the same when others come or go.
 */
export function rankOf(seed: string, ...names: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([seed, ...names]))
    .digest('hex');
}

/** The `count` items with the lowest ranks, lowest first ("bottom-k sampling": Cohen and Kaplan, PODC 2007). */
export function lowestRanked<Item>(items: Iterable<Item>, count: number, rank: (item: Item) => string): Item[] {
  return Array.from(items, (item) => ({ item, rank: rank(item) }))
    .sort((a, b) => compareCodeUnits(a.rank, b.rank))
    .slice(0, count)
    .map(({ item }) => item);
}
