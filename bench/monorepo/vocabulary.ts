const THINGS = [
  'account',
  'basket',
  'catalog',
  'delivery',
  'event',
  'feed',
  'gateway',
  'invoice',
  'job',
  'ledger',
  'member',
  'notice',
  'order',
  'price',
  'quota',
  'refund',
  'stock',
  'ticket',
  'upload',
  'voucher',
];
const PARTS = [
  'service',
  'store',
  'mapper',
  'policy',
  'client',
  'schema',
  'query',
  'format',
  'events',
  'view',
  'cache',
  'rules',
];

/** The n-th name of its kind: all differ, and the first ones are plain words. */
export function thing(n: number): string {
  return numbered(THINGS[n % THINGS.length] ?? '', Math.floor(n / THINGS.length));
}

/** The n-th name of a module in a folder. */
export function thingWithPart(n: number): string {
  const word = `${THINGS[(n * 7) % THINGS.length]}-${PARTS[n % PARTS.length]}`;
  // The two lists come around together after 60 names.
  return numbered(word, Math.floor(n / 60));
}

function numbered(word: string, round: number): string {
  return round === 0 ? word : `${word}-${round + 1}`;
}
