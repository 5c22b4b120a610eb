import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateGraph } from '../../bench/generate-graph.ts';
import { placeBothWays } from '../../bench/graph-memory.ts';
import { createPageRankTwin } from '../../bench/twins/page-rank.ts';
import { csrOf, graphs } from '../builders/random-graphs.ts';
import { naivePageRank } from '../oracles/page-rank.ts';

const usual = { mask: 7, damping: 0.85, tolerance: 0, iterations: 20 };

describe.each(['plain', 'shared'] as const)('pageRank over %s memory', (flavour) => {
  it('agrees with its equation on any graph, mask and number of nodes', () => {
    const cases = graphs.chain((graph) => fc.tuple(fc.constant(graph), fc.nat(graph.offsets.length - 1), fc.nat(7)));
    fc.assert(
      fc.property(cases, ([vectors, nodeCount, mask]) => {
        const { graph, reverse, kernels } = placeBothWays(vectors, flavour);
        const { ranks } = kernels.pageRank(graph, reverse, { ...usual, nodeCount, mask });
        const expected = naivePageRank(vectors, nodeCount, mask, usual.damping, usual.iterations);
        expect(ranks).toHaveLength(nodeCount);
        ranks.forEach((rank, node) => {
          expect(rank).toBeCloseTo(expected[node] ?? Number.NaN, 12);
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('pageRank', () => {
  it('gives the same bits as its twin, and a sum of 1', () => {
    const vectors = generateGraph(20_000, 6, 4);
    const { graph, reverse, kernels } = placeBothWays(vectors);
    const options = { ...usual, nodeCount: 20_000, tolerance: 1e-8, iterations: 100 };
    const found = kernels.pageRank(graph, reverse, options);
    expect(found).toEqual(createPageRankTwin(20_000)(graph, reverse, options));
    expect(found.ranks.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(1, 10);
    expect(found.iterations).toBeLessThan(100);
  });

  it('ranks what all import before what nobody does, and does not mind what was in the scratch region', () => {
    const star = csrOf(4, [
      [0, 3, 1],
      [1, 3, 1],
      [2, 3, 1],
      [3, 3, 1],
    ]);
    const { graph, reverse, kernels, memory, plan } = placeBothWays(star);
    const ask = () => [...kernels.pageRank(graph, reverse, { ...usual, nodeCount: 4 }).ranks];
    const ranks = ask();
    expect(new Set(ranks.slice(0, 3)).size).toBe(1);
    expect(ranks[3]).toBeGreaterThan(3 * (ranks[0] ?? 1));
    new Uint8Array(memory.buffer, plan.scratch(0), plan.scratchBytes).fill(0xff);
    expect(ask()).toEqual(ranks);
  });

  it('stays inside its scratch region, gives up when the work is spent, and refuses more nodes than there are', () => {
    const { graph, reverse, kernels, memory, plan } = placeBothWays(generateGraph(65, 5, 1));
    const bytes = Buffer.from(memory.buffer);
    const outside = (): string =>
      bytes.toString('latin1', 0, plan.scratch(0)) + bytes.toString('latin1', plan.scratch(0) + plan.scratchBytes);
    const before = outside();
    kernels.pageRank(graph, reverse, { ...usual, nodeCount: 65 });
    expect(outside() === before).toBe(true);
    expect(() => kernels.pageRank(graph, reverse, { ...usual, nodeCount: 65, budget: 500 })).toThrow(
      expect.objectContaining({ code: 'CONDUIT_QUERY_TIMEOUT' }),
    );
    expect(() => kernels.pageRank(graph, reverse, { ...usual, nodeCount: 66 })).toThrow(/do not belong together/);
  });
});
