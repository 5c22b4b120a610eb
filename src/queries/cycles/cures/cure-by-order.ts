import { stronglyConnected } from '../strongly-connected.ts';
import type { ComponentRows } from './component-rows.ts';
import type { CureOption } from './cure-problem.ts';
import type { ImportCure } from './import-options.ts';
import { linearOrder } from './linear-order.ts';
import { COST_BY_HAND } from './site-cures.ts';

/** Changes that leave no cycle. */
export interface ChosenChanges {
  /** By the edges of the import graph that they are about. */
  readonly changes: readonly { readonly edge: number; readonly how: ImportCure }[];
  /** Imports that have to go too, and that were not looked at: each counts as one that is broken by hand. */
  readonly unseen: number;
  readonly cost: number;
  /** The components were computed again, and each is a single node. */
  readonly verified: boolean;
  /** `optimal`: no cheaper choice of the options leaves no cycle. */
  readonly quality: 'optimal' | 'heuristic';
}

/**
 * A cure of a component with too many imports to weigh each: what leads backwards in an order of its modules goes, in the cheapest way that adds no import.
 * O(nodes + edges), and some of what goes is looked at.
 * @param mostSeen imports that are looked at, of those that go; the first ones
 */
export function cureByOrder(
  rows: ComponentRows,
  optionsOf: (edge: number) => readonly CureOption<ImportCure>[],
  mostSeen: number,
): ChosenChanges {
  const place = linearOrder(rows);
  const { nodeCount, offsets, targets, edges } = rows;
  const kept = new Uint8Array(targets.length).fill(1);
  const changes: { edge: number; how: ImportCure }[] = [];
  let [unseen, cost] = [0, 0];
  for (let node = 0; node < nodeCount; node++) {
    for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) {
      if ((place[targets[at] ?? 0] ?? 0) > (place[node] ?? 0)) continue;
      kept[at] = 0;
      const edge = edges[at] ?? 0;
      const plain = changes.length < mostSeen ? optionsOf(edge).find(({ adds }) => adds.length === 0) : undefined;
      cost += plain?.cost ?? COST_BY_HAND;
      if (plain) changes.push({ edge, how: plain.how });
      else unseen++;
    }
  }
  const isSingle = new Set(stronglyConnected({ offsets, targets, classes: kept }, 1)).size === nodeCount;
  return { changes, unseen, cost, verified: isSingle, quality: 'heuristic' };
}
