import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reverseRows } from '../../src/image/reverse-rows.ts';

/** Rows with parallel edges, self-loops and empty rows, which the counting must survive although links make no parallel ones. */
const rows = fc
  .integer({ min: 1, max: 8 })
  .chain((nodes) => fc.array(fc.array(fc.nat(nodes - 1), { maxLength: 6 }), { minLength: nodes, maxLength: nodes }));

describe('reverseRows', () => {
  it('lists for every node who points at it, by which edge and how', () => {
    fc.assert(
      fc.property(rows, (lists) => {
        const targets = lists.flat();
        const offsets = [0];
        for (const list of lists) offsets.push((offsets.at(-1) ?? 0) + list.length);
        const sources = lists.flatMap((list, source) => list.map(() => source));
        const masks = targets.map((_, edge) => edge + 100);

        const reverse = reverseRows({
          offsets: Uint32Array.from(offsets),
          targets: Uint32Array.from(targets),
          masks: Uint32Array.from(masks),
        });

        expect(reverse.offsets).toHaveLength(lists.length + 1);
        lists.forEach((_, node) => {
          const row = Array.from(reverse.edges.subarray(reverse.offsets[node], reverse.offsets[node + 1]));
          expect(row).toEqual(targets.flatMap((target, edge) => (target === node ? [edge] : [])));
        });
        expect([...reverse.targets]).toEqual([...reverse.edges].map((edge) => sources[edge]));
        expect([...reverse.masks]).toEqual([...reverse.edges].map((edge) => masks[edge]));
      }),
    );
  });
});
