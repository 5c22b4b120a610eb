import { seededRandom } from '../random.ts';

/** Draws from one seeded stream. The order of the calls is part of what is drawn. */
export interface Draw {
  /** An integer from 0 to `limit` - 1. */
  below(limit: number): number;
  chance(share: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** A number of a distribution that is given by its quantiles at equal steps, linear between them. */
  fromQuantiles(quantiles: readonly number[]): number;
}

export function createDraw(seed: number): Draw {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  return {
    below,
    chance: (share) => random() < share,
    pick(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
    fromQuantiles(quantiles) {
      const at = random() * (quantiles.length - 1);
      const low = quantiles[Math.floor(at)] ?? 0;
      const high = quantiles[Math.floor(at) + 1] ?? low;
      return Math.round(low + (high - low) * (at % 1));
    },
  };
}
