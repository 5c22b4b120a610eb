import { compareCodeUnits } from '../../src/base/text.ts';
import { createStronglyConnectedTwin } from '../twins/strongly-connected.ts';
import type { FoundEdge } from './rival.ts';

/** Strongly connected components of more than one module: each sorted, all by their first module. */
export function findComponents(edges: Iterable<Pick<FoundEdge, 'from' | 'to'>>): string[][] {
  const targets = new Map<string, Set<string>>();
  for (const { from, to } of edges) {
    targets.set(from, (targets.get(from) ?? new Set()).add(to));
    if (!targets.has(to)) targets.set(to, new Set());
  }
  const names = [...targets.keys()].sort(compareCodeUnits);
  const numbers = new Map(names.map((name, number) => [name, number]));
  const rows = names.map((name) => Array.from(targets.get(name) ?? [], (to) => numbers.get(to) ?? 0));
  const offsets = new Uint32Array(names.length + 1);
  rows.forEach((row, number) => {
    offsets[number + 1] = (offsets[number] ?? 0) + row.length;
  });
  const flat = Uint32Array.from(rows.flat());
  const graph = { offsets, targets: flat, masks: new Uint32Array(flat.length).fill(1) };
  const { count, componentOf } = createStronglyConnectedTwin(names.length)(graph, 1);

  const components = Array.from({ length: count }, (): string[] => []);
  for (const [number, component] of componentOf.entries()) components[component]?.push(names[number] ?? '');
  return components
    .filter((component) => component.length > 1)
    .sort((a, b) => compareCodeUnits(a[0] ?? '', b[0] ?? ''));
}

/** The imports that a list of cycles tells of. */
export function edgesOfCycles(cycles: readonly (readonly string[])[]): FoundEdge[] {
  return cycles.flatMap((cycle) => cycle.map((from, at) => ({ from, to: cycle[(at + 1) % cycle.length] ?? from })));
}
