import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addsOf, type CureProblem } from '../../../../src/queries/cycles/cures/cure-problem.ts';
import { findCure } from '../../../../src/queries/cycles/cures/find-cure.ts';
import { cheapestCure, isAcyclic } from '../../../oracles/cheapest-cure.ts';

const ENOUGH = 1e9;

interface Way {
  readonly cost: number;
  readonly adds: readonly number[];
}

function problemOf(
  nodeCount: number,
  edges: readonly (readonly [from: number, to: number, ways: readonly Way[]])[],
): CureProblem {
  const rows = [...edges].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const offsets = Uint32Array.from({ length: nodeCount + 1 }, (_, node) => rows.filter(([from]) => from < node).length);
  return {
    nodeCount,
    offsets,
    targets: Uint32Array.from(rows, ([, to]) => to),
    options: rows.map(([, , ways]) => [...ways].sort((a, b) => a.cost - b.cost).map((way) => ({ ...way, how: null }))),
  };
}

/** Up to seven edges, some of which can be led elsewhere more cheaply than taken away. */
const problems: fc.Arbitrary<CureProblem> = fc.integer({ min: 2, max: 5 }).chain((nodeCount) => {
  const node = fc.nat(nodeCount - 1);
  const plain = fc.integer({ min: 1, max: 9 }).map((cost): Way[] => [{ cost, adds: [] }]);
  const led = fc
    .tuple(
      fc.integer({ min: 1, max: 4 }),
      fc.uniqueArray(node, { minLength: 1, maxLength: 2 }),
      fc.integer({ min: 5, max: 9 }),
    )
    .map(([cost, adds, dearer]): Way[] => [
      { cost, adds },
      { cost: dearer, adds: [] },
    ]);
  const edge = fc.tuple(node, node, fc.oneof(plain, led));
  return fc.uniqueArray(edge, { maxLength: 7, selector: ([from, to]) => `${from} ${to}` }).map((edges) =>
    problemOf(
      nodeCount,
      edges.filter(([from, to, ways]) => from !== to && ways.every(({ adds }) => !adds.includes(from))),
    ),
  );
});

function leavesNone(problem: CureProblem, choices: Uint8Array): boolean {
  const links: [number, number][] = [];
  for (let node = 0; node < problem.nodeCount; node++) {
    for (let edge = problem.offsets[node] ?? 0; edge < (problem.offsets[node + 1] ?? 0); edge++) {
      const choice = choices[edge] ?? 0;
      const leadsTo = choice === 0 ? [problem.targets[edge] ?? 0] : addsOf(problem, edge, choice);
      links.push(...leadsTo.map((target): [number, number] => [node, target]));
    }
  }
  return isAcyclic(problem.nodeCount, links);
}

describe('a cure', () => {
  it('is the cheapest there is, where it is said to be', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { choices, cost, verified, quality } = findCure(problem, { left: ENOUGH });
        expect(leavesNone(problem, choices)).toBe(true);
        expect([cost, verified, quality]).toEqual([cheapestCure(problem), true, 'optimal']);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves no cycle however little may be spent on it', () => {
    fc.assert(
      fc.property(problems, fc.integer({ min: 0, max: 60 }), (problem, left) => {
        const { choices, verified } = findCure(problem, { left });
        expect([leavesNone(problem, choices), verified]).toEqual([true, true]);
      }),
    );
  });

  it('is the same every time', () => {
    fc.assert(
      fc.property(problems, fc.integer({ min: 0, max: 500 }), (problem, left) => {
        expect(findCure(problem, { left })).toEqual(findCure(problem, { left }));
      }),
    );
  });

  it('of a ring of 20,000 modules is one change, whoever spends how little', () => {
    const length = 20_000;
    const problem: CureProblem = {
      nodeCount: length,
      offsets: Uint32Array.from({ length: length + 1 }, (_, node) => node),
      targets: Uint32Array.from({ length }, (_, node) => (node + 1) % length),
      options: Array.from({ length }, () => [{ cost: 12, adds: [], how: null }]),
    };
    const { cost, verified, quality } = findCure(problem, { left: 0 });
    expect([cost, verified, quality]).toEqual([12, true, 'heuristic']);
  });

  it('of modules that all import each other takes every second import', () => {
    const nodes = [...Array(7).keys()];
    const edges = nodes.flatMap((from) =>
      nodes.filter((to) => to !== from).map((to) => [from, to, [{ cost: 1, adds: [] }]] as const),
    );
    expect(findCure(problemOf(7, edges), { left: ENOUGH })).toMatchObject({ cost: 21, verified: true });
  });
});
