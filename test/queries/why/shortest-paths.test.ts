import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reverseRows } from '../../../src/image/reverse-rows.ts';
import { shortestPaths } from '../../../src/queries/why/shortest-paths.ts';
import { csrOf, type Edge, graphs } from '../../builders/random-graphs.ts';

const ALL = { mask: 0xffffffff, count: 100, budget: 1e9 };
const pathsIn = (nodeCount: number, edges: readonly Edge[], from: number[], to: number[], limits = ALL) => {
  const forward = csrOf(nodeCount, edges);
  const { paths, isCut } = shortestPaths({ forward, reverse: reverseRows(forward) }, from, to, limits);
  return { paths: paths.map((path) => path.map((edge) => forward.targets[edge])), isCut };
};

describe('paths', () => {
  it('come shortest first, then by the numbers on them', () => {
    const edges: Edge[] = [
      [0, 1, 1],
      [0, 2, 1],
      [1, 4, 1],
      [2, 4, 1],
      [0, 3, 1],
      [3, 1, 1],
    ];
    expect(pathsIn(5, edges, [0], [4])).toEqual({
      paths: [
        [1, 4],
        [2, 4],
        [3, 1, 4],
      ],
      isCut: false,
    });
    expect(pathsIn(5, edges, [0], [4], { ...ALL, count: 1 }).paths).toEqual([[1, 4]]);
  });

  it('follow only the kinds that were asked for', () => {
    const edges: Edge[] = [
      [0, 2, 1],
      [0, 1, 2],
      [1, 2, 2],
    ];
    expect(pathsIn(3, edges, [0], [2], { ...ALL, mask: 2 }).paths).toEqual([[1, 2]]);
    expect(pathsIn(3, edges, [0], [2], { ...ALL, mask: 4 }).paths).toEqual([]);
  });

  it('lead through a chain of any length', () => {
    const length = 20_000;
    const edges = Array.from({ length }, (_, node): Edge => [node, node + 1, 1]);
    const { paths } = pathsIn(length + 1, edges, [0], [length]);
    expect(paths.map((path) => path.length)).toEqual([length]);
  });

  it('are given up where there are too many to look through, and that is said', () => {
    const nodes = 30;
    const edges = Array.from({ length: nodes ** 2 }, (_, pair): Edge => [Math.floor(pair / nodes), pair % nodes, 1]);
    const { paths, isCut } = pathsIn(nodes, edges, [0], [nodes - 1], { ...ALL, count: 1e6, budget: 10_000 });
    expect(isCut).toBe(true);
    expect(paths[0]).toEqual([nodes - 1]);
  });
});

it('finds what a plain search finds, on any graph', () => {
  const small = graphs.filter(({ offsets }) => offsets.length > 1 && offsets.length < 9);
  fc.assert(
    fc.property(small, fc.nat(), fc.nat(), fc.nat(), fc.constantFrom(1, 3, 7), (forward, a, b, c, mask) => {
      const count = forward.offsets.length - 1;
      const [from, to] = [[a % count, b % count], [c % count]];
      const rows = { forward, reverse: reverseRows(forward) };
      const { paths, isCut } = shortestPaths(rows, from, to, { ...ALL, mask, count: 1e6 });
      expect(isCut).toBe(false);
      const keys = paths.map((path) => path.join(' '));
      expect(new Set(keys).size).toBe(keys.length);
      expect(paths.map((path) => path.length)).toEqual(paths.map((path) => path.length).sort((x, y) => x - y));
      expect([...keys].sort()).toEqual(plainPaths(forward, from, to, mask).sort());
    }),
    { numRuns: 300 },
  );
});

/** Every path by trying everything. */
function plainPaths({ offsets, targets, masks }: ReturnType<typeof csrOf>, from: number[], to: number[], mask: number) {
  const found: string[] = [];
  const starts = new Set(from.filter((node) => !to.includes(node)));
  const step = (node: number, seen: Set<number>, edges: number[]): void => {
    for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge++) {
      const target = targets[edge] ?? 0;
      if (((masks[edge] ?? 0) & mask) === 0 || seen.has(target)) continue;
      if (to.includes(target)) found.push([...edges, edge].join(' '));
      else step(target, new Set([...seen, target]), [...edges, edge]);
    }
  };
  for (const start of starts) step(start, starts, []);
  return found;
}
