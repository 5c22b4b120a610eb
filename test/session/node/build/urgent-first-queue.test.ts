import { queueOptionsSymbol } from 'piscina';
import { expect, it } from 'vitest';
import { URGENT, UrgentFirstQueue } from '../../../../src/session/node/build/urgent-first-queue.ts';

it('hands out what is urgent first, and otherwise what came first', () => {
  const queue = new UrgentFirstQueue();
  const [soup, bread, salt, fire] = ['soup', 'bread', 'salt', 'fire'].map((name) =>
    name === 'fire' || name === 'salt' ? { name, ...URGENT } : { name, [queueOptionsSymbol]: null },
  );
  if (!soup || !bread || !salt || !fire) throw new Error('no tasks');
  for (const task of [soup, salt, bread, fire]) queue.push(task);
  queue.remove(bread);
  expect(queue.size).toBe(3);
  expect([queue.shift(), queue.shift(), queue.shift(), queue.shift()]).toEqual([salt, fire, soup, null]);
});
