import { expect, it } from 'vitest';
import { watchForHangs } from '../../../../src/session/node/build/watch-for-hangs.ts';

const CART = { file: 3, startedMs: 1_000 };
const ORDER = { file: 7, startedMs: 1_400 };

it('names a file once it has been seen for longer than allowed', () => {
  const overdueOf = watchForHangs(500, 1_000);
  expect([CART, CART].map((entry) => overdueOf([entry]))).toEqual([[], []]);
  expect(overdueOf([CART, ORDER])).toEqual([CART]);
  expect(overdueOf([ORDER])).toEqual([]);
});

it('begins again when the file was parsed in between', () => {
  const overdueOf = watchForHangs(500, 1_000);
  for (const inFlight of [[CART], [CART], [], [CART], [CART]]) expect(overdueOf(inFlight)).toEqual([]);
  for (let look = 0; look < 10; look++) expect(overdueOf([{ ...CART, startedMs: look }])).toEqual([]);
});

it('does not count the time in which nobody looked', () => {
  // The start lies an hour back, as after a laptop's sleep.
  const overdueOf = watchForHangs(500, 1_000);
  expect(overdueOf([{ file: 3, startedMs: Date.now() - 3_600_000 }])).toEqual([]);
});
