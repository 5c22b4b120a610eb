/** Chains that no recursion would survive, and names that must not matter. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_PROJECT, type ProjectRecords } from '../../src/facts/project-records.ts';
import { affected } from '../../src/queries/affected.ts';
import { impact } from '../../src/queries/impact.ts';
import { unused } from '../../src/queries/unused.ts';
import { why } from '../../src/queries/why.ts';
import { checkProject } from '../builders/check-rules.ts';
import { contextOf } from '../builders/context-of.ts';
import { recordsOf } from '../builders/image-records.ts';

describe('a chain of ten thousand imports', () => {
  const LENGTH = 10_000;
  const modules = Array.from({ length: LENGTH }, (_, at) => `src/m${String(at).padStart(5, '0')}.ts`);
  const [first = '', last = ''] = [modules[0], modules.at(-1)];
  const edges = modules.slice(1).map((to, at) => [modules[at] ?? '', to] as const);
  const graph = { modules, edges };
  const own: ProjectRecords = {
    ...NO_PROJECT,
    packages: [
      {
        name: 'chain',
        directory: '',
        manifest: 'package.json',
        isPrivate: true,
        isNamed: true,
        isBroken: false,
        isMember: true,
        isHoisting: false,
      },
    ],
    entries: [{ package: 0, kind: 'main', key: 'main', condition: '', target: first, node: 0, missing: '', line: 1 }],
  };
  const context = contextOf({ ...recordsOf(graph), project: own });

  it('is walked by impact, affected and why', () => {
    const far = impact.run(context, { targets: [last], depth: 'all', kinds: [], limit: 1 });
    expect(far.page?.total).toBe(LENGTH - 1);
    const changed = affected.run(context, { changes: [`modified:${last}`], limit: 1 });
    expect(changed.page?.total).toBe(LENGTH);
    const { paths } = why.run(context, { from: first, to: last, level: 'module', kinds: [], paths: 2 }).result;
    expect(paths.map((path) => path.length)).toEqual([LENGTH - 1]);
  });

  it('is walked by unused, as far as it leads', () => {
    const ask = (broken: number) => {
      const whole = recordsOf({ modules, edges: edges.filter((_, at) => at !== broken) });
      const params = {
        include: ['files' as const],
        production: false,
        confidence: 'low' as const,
        entry: [],
        in: [],
        ignore: [],
        limit: 1,
      };
      return unused.run(contextOf({ ...whole, project: own }), params);
    };
    expect(ask(-1).result.verdict).toBe('none');
    expect(ask(LENGTH / 2 - 1).page?.total).toBe(LENGTH / 2);
  });

  it('is walked by rules about what is reached', () => {
    const { findings } = checkProject(graph, [{ type: 'must-not-reach', from: first, to: last }], { threshold: 0 });
    expect(findings).toHaveLength(1);
  });
});

it('why gives the shortest chains first, each of imports that there are, whatever the modules are called', () => {
  const node = fc.integer({ min: 0, max: 6 });
  const graphs = fc.uniqueArray(fc.tuple(node, node), { selector: ([a, b]) => a * 7 + b, maxLength: 18 });
  const names = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f', 'g'], { minLength: 7 });
  fc.assert(
    fc.property(graphs, node, node, names, (pairs, start, goal, called) => {
      const nameOf = (at: number): string => `src/${called[at]}.ts`;
      const edges = pairs.map(([a, b]) => [nameOf(a), nameOf(b)] as const);
      const context = contextOf(recordsOf({ modules: called.map((name) => `src/${name}.ts`), edges }));
      const { paths } = why.run(context, {
        from: nameOf(start),
        to: nameOf(goal),
        level: 'module',
        kinds: [],
        paths: 4,
      }).result;
      const shortest = distance(pairs, start, goal);
      if (shortest === null || start === goal) return;
      expect(paths[0]).toHaveLength(shortest);
      const has = new Set(edges.map(([from, to]) => `${from} ${to}`));
      paths.forEach((path, at) => {
        expect(path.length).toBeGreaterThanOrEqual(paths[at - 1]?.length ?? 0);
        expect([path[0]?.from, path.at(-1)?.to]).toEqual([nameOf(start), nameOf(goal)]);
        for (const { from, to } of path) expect(has).toContain(`${from} ${to}`);
      });
      expect(new Set(paths.map((path) => JSON.stringify(path))).size).toBe(paths.length);
    }),
    { numRuns: 80 },
  );
});

/** By trying all ways, one step further each time; null where there is none. */
function distance(pairs: readonly (readonly [number, number])[], start: number, goal: number): number | null {
  let reached = new Set([start]);
  for (let steps = 0; steps < 8; steps++) {
    if (reached.has(goal)) return steps;
    reached = new Set([...reached, ...pairs.flatMap(([from, to]) => (reached.has(from) ? [to] : []))]);
  }
  return null;
}
