import type { EdgeKind } from '../../src/base/edge-kinds.ts';
import type { Draw } from './draw.ts';

/** Half of the imports between packages go to the few that everybody uses, the rest to those nearby. */
export function drawPackage(from: number, draw: Draw): number {
  if (draw.chance(0.5)) return draw.below(Math.min(from, 5));
  return Math.max(0, from - 1 - draw.below(20));
}

/** Kinds in about the shares of public monorepos; `require` is written inside a function. */
export function drawKind(draw: Draw): EdgeKind {
  const share = draw.below(100);
  if (share < 78) return 'static';
  if (share < 93) return 'type';
  return share < 98 ? 'dynamic' : 'require';
}
