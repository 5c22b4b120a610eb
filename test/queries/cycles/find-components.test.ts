import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findComponents } from '../../../src/queries/cycles/find-components.ts';
import { CYCLE_CLASSES, nestedBits } from '../../../src/queries/cycles/import-classes.ts';
import { createCycleFinder } from '../../../src/queries/cycles/shortest-cycle.ts';
import { classEdges, importGraphOf } from '../../builders/import-graphs.ts';
import { type ClassEdge, naiveCycles } from '../../oracles/cycles.ts';

const ENOUGH = 1e9;
const said = (
  list: readonly { readonly class: number; readonly members: readonly number[]; readonly shortest: number }[],
) => list.map((one) => `${one.class} ${one.members.join(',')}: ${one.shortest}`).sort();

/** All components of a graph, with the length of the cycle that stands for each. */
function found(nodeCount: number, edges: readonly ClassEdge[]) {
  const graph = importGraphOf(nodeCount, edges);
  const find = createCycleFinder(graph);
  return findComponents(graph).map((component) => {
    const cycle = find(component, { left: ENOUGH });
    return {
      ...component,
      class: nestedBits(component.class),
      shortest: cycle.edges.length,
      cycle: cycle.edges,
      graph,
    };
  });
}

describe('components and their cycles', () => {
  it('are those of the definition, in any small graph', () => {
    fc.assert(
      fc.property(classEdges, ({ nodeCount, edges }) => {
        expect(said(found(nodeCount, edges))).toEqual(said(naiveCycles(nodeCount, edges)));
      }),
      { numRuns: 1000 },
    );
  });

  it('do not depend on what the modules are called', () => {
    const renamed = classEdges.chain(({ nodeCount, edges }) =>
      fc
        .shuffledSubarray([...Array(nodeCount).keys()], { minLength: nodeCount })
        .map((names) => ({ nodeCount, edges, names })),
    );
    fc.assert(
      fc.property(renamed, ({ nodeCount, edges, names }) => {
        const name = (node: number): number => names[node] ?? 0;
        const others = edges.map(([from, to, bits]): ClassEdge => [name(from), name(to), bits]);
        const before = found(nodeCount, edges).map((one) => ({
          ...one,
          members: one.members.map(name).sort((a, b) => a - b),
        }));
        expect(said(found(nodeCount, others))).toEqual(said(before));
      }),
    );
  });

  it('have cycles that are cycles: each edge begins where the one before it ends', () => {
    fc.assert(
      fc.property(classEdges, ({ nodeCount, edges }) => {
        for (const { cycle, graph, class: mask, members } of found(nodeCount, edges)) {
          const rows = [...edges].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
          const steps = cycle.map((edge) => rows[edge] ?? [0, 0, 0]);
          steps.forEach(([, to, bits], at) => {
            expect(steps[(at + 1) % steps.length]?.[0]).toBe(to);
            expect(bits & mask).not.toBe(0);
            expect(members).toContain(to);
          });
          expect(graph.targets.length).toBe(edges.length);
        }
      }),
    );
  });

  it('say what they contain, the outermost only', () => {
    const components = findComponents(
      importGraphOf(5, [
        [0, 1, 1],
        [1, 0, 1],
        [1, 2, 2],
        [2, 0, 1],
        [3, 4, 1],
        [4, 3, 1],
        [2, 3, 4],
        [4, 0, 4],
      ]),
    );
    const [first, second, deferred, types] = components;
    expect(components.map((one) => `${one.class} ${one.members}`)).toEqual([
      'runtime 0,1',
      'runtime 3,4',
      'deferred 0,1,2',
      'type-only 0,1,2,3,4',
    ]);
    expect(deferred?.contains).toEqual([first]);
    expect(types?.contains).toEqual([deferred, second]);
  });

  it('are found in chains and rings of 100,000 modules', () => {
    const length = 100_000;
    const ring = Array.from({ length }, (_, at): ClassEdge => [at, (at + 1) % length, at === length - 1 ? 4 : 1]);
    const [only, ...more] = findComponents(importGraphOf(length, ring));
    expect([only?.class, only?.members.length, more.length]).toEqual(['type-only', length, 0]);
  });

  it('have the first cycle that was found when the work is done, and say so', () => {
    const length = 50;
    const ring = Array.from({ length }, (_, at): ClassEdge => [at, (at + 1) % length, 1]);
    const graph = importGraphOf(length, [...ring, [40, 30, 1]]);
    const [component] = findComponents(graph);
    if (!component) throw new Error('no component');
    expect(createCycleFinder(graph)(component, { left: 1 })).toMatchObject({ isShortest: false });
    const { edges, isShortest } = createCycleFinder(graph)(component, { left: ENOUGH });
    expect([edges.length, isShortest]).toEqual([11, true]);
  });

  it('are of three classes, each within the next', () => {
    expect(CYCLE_CLASSES.map(nestedBits)).toEqual([1, 3, 7]);
  });
});
