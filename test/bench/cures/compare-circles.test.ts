import { describe, expect, it } from 'vitest';
import { type Circle, whatIsLeft, whatIsNew } from '../../../bench/cures/compare-circles.ts';

const circle = (own: Circle['class'], ...modules: string[]): Circle => ({
  id: `${own}:${modules[0]}`,
  class: own,
  modules,
  cycle: [],
});
const ABC = circle('deferred', 'a', 'b', 'c');

describe('circles after a cure', () => {
  it.each([
    [circle('deferred', 'a', 'b'), 1],
    [circle('runtime', 'b', 'c', 'x'), 1],
    [circle('type-only', 'a', 'b', 'c'), 0],
    [circle('runtime', 'c', 'x'), 0],
    [circle('runtime', 'a'), 0],
  ])('are left when two modules are still in one of the class', (after, count) => {
    expect(whatIsLeft(ABC, [after])).toHaveLength(count);
  });

  it('are left when a module still imports itself', () => {
    const own = circle('runtime', 'a');
    expect(whatIsLeft(own, [circle('runtime', 'a'), circle('runtime', 'a', 'b')])).toEqual([circle('runtime', 'a')]);
  });

  it('are new when no old one of the class holds them', () => {
    expect(whatIsNew([ABC], [circle('deferred', 'a', 'b'), circle('type-only', 'b', 'c')])).toEqual([]);
    const found = [circle('runtime', 'a', 'b'), circle('deferred', 'c', 'd')];
    expect(whatIsNew([ABC], found)).toEqual(found);
  });
});
