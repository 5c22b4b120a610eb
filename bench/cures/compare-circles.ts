import { CYCLE_CLASSES } from '../../src/queries/cycles/import-classes.ts';
import type { CyclesResult } from '../../src/queries/registry.ts';

export type Circle = CyclesResult['components'][number];

const rank = ({ class: own }: Circle): number => CYCLE_CLASSES.indexOf(own);

/** Circles of the class of one that was cured, or of a narrower one, in which two of its modules still are. */
export function whatIsLeft(cured: Circle, after: readonly Circle[]): Circle[] {
  const members = new Set(cured.modules);
  const wanted = Math.min(2, members.size);
  return after.filter(
    (circle) =>
      rank(circle) <= rank(cured) &&
      circle.modules.filter((id) => members.has(id)).length >= wanted &&
      // An import of itself is apart from all else that a module is in.
      (circle.modules.length === 1) === (members.size === 1),
  );
}

/** Circles that lie in none of those that there were of their class or of a narrower one. */
export function whatIsNew(before: readonly Circle[], after: readonly Circle[]): Circle[] {
  const isWithin = (inner: Circle, outer: Circle): boolean =>
    rank(outer) <= rank(inner) && inner.modules.every((id) => outer.modules.includes(id));
  return after.filter((circle) => !before.some((known) => isWithin(circle, known)));
}
