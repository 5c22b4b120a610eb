import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EdgeList, NO_USE } from '../../../../src/facts/link/symbols/edge-list.ts';
import { packSymbolEdges } from '../../../../src/facts/link/symbols/pack-symbol-edges.ts';
import type { SymbolFacts } from '../../../../src/facts/symbol-records.ts';

const COUNT = 6;
const NONE = new Uint32Array();
const symbol = fc.nat(COUNT - 1);
const anyEdge = fc.record({ from: symbol, to: symbol, kind: fc.nat(15), isPlaced: fc.boolean() });

it('has one edge for all uses of one symbol by another, as a naive list has', () => {
  fc.assert(
    fc.property(fc.array(anyEdge, { maxLength: 60 }), (written) => {
      const edges = new EdgeList();
      const uses: number[] = [];
      const naive = new Map<string, { mask: number; sites: string[] }>();
      written.forEach(({ from, to, kind, isPlaced }, at) => {
        uses.push(0, 0, 0, 0, 0, at + 1, 7, 3);
        edges.add(from, to, kind, isPlaced ? at : NO_USE);
        const edge = naive.get(`${from} ${to}`) ?? { mask: 0, sites: [] };
        if (isPlaced) edge.sites.push(`${kind} ${at + 1} 7 3`);
        naive.set(`${from} ${to}`, { mask: edge.mask | (1 << kind), sites: edge.sites });
      });
      const facts: SymbolFacts = {
        declarations: NONE,
        heritage: NONE,
        imports: NONE,
        exports: NONE,
        terms: NONE,
        uses: Uint32Array.from(uses),
      };
      const packed = packSymbolEdges(edges, COUNT, () => facts);
      const found = new Map<string, { mask: number; sites: string[] }>();
      for (let from = 0; from < COUNT; from++) {
        const [first = 0, end = 0] = packed.offsets.subarray(from, from + 2);
        const row = packed.targets.subarray(first, end);
        expect([...row]).toEqual([...new Set(row)].sort((a, b) => a - b));
        row.forEach((to, at) => {
          const [begin = 0, stop = 0] = packed.siteOffsets.subarray(first + at, first + at + 2);
          const sites = Array.from({ length: stop - begin }, (_, site) =>
            packed.sites.subarray((begin + site) * 4, (begin + site + 1) * 4).join(' '),
          );
          found.set(`${from} ${to}`, { mask: packed.masks[first + at] ?? 0, sites });
        });
      }
      expect(found).toEqual(naive);
      expect(packed.siteOffsets).toHaveLength(packed.targets.length + 1);
    }),
  );
});
