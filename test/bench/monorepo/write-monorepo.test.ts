import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { countTruth } from '../../../bench/monorepo/count-truth.ts';
import type { CycleWidth, MonorepoPlan } from '../../../bench/monorepo/monorepo-plan.ts';
import { planMonorepo } from '../../../bench/monorepo/plan-monorepo.ts';
import type { WorkspaceManager } from '../../../bench/monorepo/render-manifests.ts';
import { writeMonorepo } from '../../../bench/monorepo/write-monorepo.ts';
import { type EdgeKind, edgeKindsOf, edgeMask } from '../../../src/base/edge-kinds.ts';
import { compareCodeUnits } from '../../../src/base/text.ts';
import type { QueryContext } from '../../../src/queries/define.ts';
import { buildImage } from '../../../src/session/node/build/build-image.ts';
import { loadInProcess } from '../../../src/session/node/load-in-process.ts';

const scratch = mkdtempSync(join(tmpdir(), 'conduit-monorepo-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** What counts for a cycle of that width or a narrower one. */
const KINDS: Record<CycleWidth, readonly EdgeKind[]> = {
  runtime: ['static', 'export-from'],
  deferred: ['static', 'export-from', 'dynamic', 'require'],
  type: ['static', 'export-from', 'dynamic', 'require', 'type'],
};

describe.each<{ manager: WorkspaceManager; seed: number }>([
  { manager: 'pnpm', seed: 1 },
  { manager: 'npm', seed: 29 },
])('a monorepo of 300 files with workspaces of $manager', async ({ manager, seed }) => {
  const folder = join(scratch, manager);
  const plan = planMonorepo(300, seed);
  const written = writeMonorepo(folder, plan, manager);
  const { image: path } = await buildImage(folder, { imageDirectory: join(scratch, `${manager}-image`) });
  const context = loadInProcess(path);
  const { graph, diagnostics } = context.image;

  it('has exactly the modules of its plan, and lines as counted', () => {
    const ids = [...Array(graph.nodeCount).keys()].filter((node) => graph.kindOf(node) === 'module').map(graph.idOf);
    expect(ids.sort(compareCodeUnits)).toEqual(plan.modules.map((module) => module.path).sort(compareCodeUnits));
    expect(ids).toHaveLength(300);
    expect(diagnostics.lines).toBe(written.lines);
    expect(diagnostics.unresolvedSites()).toEqual([]);
  });

  it('has exactly the edges of its plan', () => {
    expect(edgesOf(context)).toEqual(plannedEdges(plan));
    expect(countTruth(plan).edges).toBe(edgesOf(context).length);
  });

  it.each(Object.entries(KINDS))('has exactly the cycles of its plan: %s', (width, kinds) => {
    const wider = Object.keys(KINDS).slice(Object.keys(KINDS).indexOf(width) + 1);
    const planned = plan.cycles.filter((cycle) => !wider.includes(cycle.width));
    expect(planned).not.toEqual([]);
    expect(cyclesOf(context, kinds)).toEqual(
      planned.map(({ modules }) => named(plan, modules)).sort((a, b) => compareCodeUnits(String(a), String(b))),
    );
  });
});

it('has cycles of every width among 2,000 files, and counts them', () => {
  const { cycles, modulesInCycles } = countTruth(planMonorepo(2000, 1));
  expect(Math.min(...Object.values(cycles))).toBeGreaterThan(0);
  expect(modulesInCycles).toBeGreaterThan(2 * (cycles.runtime + cycles.deferred + cycles.type));
});

it('is shaped like the repository that it was measured on: 92 lines and 2.4 imports a file', () => {
  const plan = planMonorepo(5000, 3);
  const { edges, files } = countTruth(plan);
  const { lines } = writeMonorepo(join(scratch, 'shape'), plan, 'pnpm');
  expect(edges / files).toBeGreaterThan(2);
  expect(edges / files).toBeLessThan(3);
  expect(lines / files).toBeGreaterThan(75);
  expect(lines / files).toBeLessThan(110);
});

it('makes the same bytes of the same seed, and others of another', () => {
  const write = (name: string, seed: number): string[] => {
    const folder = join(scratch, name);
    writeMonorepo(folder, planMonorepo(60, seed), 'npm');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return files
      .map(
        (file) =>
          `${file.parentPath.slice(folder.length)}/${file.name} ${readFileSync(join(file.parentPath, file.name))}`,
      )
      .sort(compareCodeUnits);
  };
  expect(write('again', 7)).toEqual(write('once', 7));
  expect(write('other', 8)).not.toEqual(write('third', 7));
});

it('does not write into a folder that holds something', () => {
  writeMonorepo(join(scratch, 'full'), planMonorepo(1, 1), 'npm');
  expect(() => writeMonorepo(join(scratch, 'full'), planMonorepo(1, 1), 'npm')).toThrow('is not empty');
});

function edgesOf({ image: { graph } }: QueryContext): string[] {
  const edges: string[] = [];
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const to = graph.forward.targets[edge] ?? 0;
    if (graph.kindOf(to) !== 'module') continue;
    const kinds = edgeKindsOf(graph.forward.masks[edge] ?? 0).sort();
    edges.push(`${graph.idOf(graph.sourceOf(edge))} → ${graph.idOf(to)} ${kinds}`);
  }
  return edges.sort(compareCodeUnits);
}

function plannedEdges({ modules }: MonorepoPlan): string[] {
  const kinds = new Map<string, EdgeKind[]>();
  for (const { path, imports } of modules) {
    for (const { to, kind } of imports) {
      const edge = `${path} → ${modules[to]?.path}`;
      kinds.set(edge, [...(kinds.get(edge) ?? []), kind]);
    }
  }
  return [...kinds].map(([edge, all]) => `${edge} ${all.sort()}`).sort(compareCodeUnits);
}

function cyclesOf({ image: { graph }, kernels }: QueryContext, kinds: readonly EdgeKind[]): string[][] {
  const { count, componentOf } = kernels.stronglyConnected(graph.forward, edgeMask(kinds));
  const components = Array.from({ length: count }, (): string[] => []);
  for (const [node, component] of componentOf.entries()) components[component]?.push(graph.idOf(node));
  return components
    .filter((component) => component.length > 1)
    .map((component) => component.sort(compareCodeUnits))
    .sort((a, b) => compareCodeUnits(String(a), String(b)));
}

function named({ modules }: MonorepoPlan, numbers: readonly number[]): string[] {
  return numbers.map((number) => modules[number]?.path ?? '').sort(compareCodeUnits);
}
