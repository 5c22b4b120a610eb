import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createOutbox } from '../../../src/surfaces/cli/outbox.ts';

it('gives answers as they come', () => {
  const outbox = createOutbox(false);
  const [first, second] = [outbox.reserve(), outbox.reserve()];
  second('butter');
  expect(outbox.take()).toEqual(['butter']);
  first('bread');
  expect(outbox.take()).toEqual(['bread']);
  expect(outbox.take()).toEqual([]);
});

it('gives answers in the order of their places, whatever the order in which they come', () => {
  const order = fc.integer({ min: 1, max: 20 }).chain((count) => {
    const places = Array.from({ length: count }, (_, place) => place);
    return fc.tuple(fc.shuffledSubarray(places, { minLength: count }), fc.array(fc.boolean(), { minLength: count }));
  });
  fc.assert(
    fc.property(order, ([arrivals, looks]) => {
      const outbox = createOutbox(true);
      const deliver = arrivals.map(() => outbox.reserve());
      const written: string[] = [];
      arrivals.forEach((place, turn) => {
        deliver[place]?.(String(place));
        if (looks[turn]) written.push(...outbox.take());
        // Nothing is held back for longer than the late one needs.
        const late = arrivals.findIndex((_, one) => !arrivals.slice(0, turn + 1).includes(one));
        if (looks[turn]) expect(written).toHaveLength(late < 0 ? arrivals.length : late);
      });
      written.push(...outbox.take());
      expect(written).toEqual(arrivals.map((_, place) => String(place)));
    }),
  );
});
