import type { CureProblem } from '../../src/queries/cycles/cures/cure-problem.ts';

/** The least that it costs to leave no cycle: every combination of choices, for problems of few edges. */
export function cheapestCure({ nodeCount, offsets, targets, options }: CureProblem): number {
  let best = Number.POSITIVE_INFINITY;
  const links: [number, number][] = [];
  const sources = Array.from(targets, (_, edge) => offsets.findLastIndex((first) => first <= edge));
  tryFrom(0, 0);
  return best;

  function tryFrom(edge: number, cost: number): void {
    if (edge === targets.length) {
      if (isAcyclic(nodeCount, links)) best = Math.min(best, cost);
      return;
    }
    const source = sources[edge] ?? 0;
    const ways = [{ cost: 0, adds: [targets[edge] ?? 0] }, ...(options[edge] ?? [])];
    for (const way of ways) {
      links.push(...way.adds.map((target): [number, number] => [source, target]));
      tryFrom(edge + 1, cost + way.cost);
      links.length -= way.adds.length;
    }
  }
}

/** No node reaches itself, by S. Warshall's closure. */
export function isAcyclic(nodeCount: number, links: readonly (readonly [number, number])[]): boolean {
  const reaches = Array.from({ length: nodeCount }, () => new Array<boolean>(nodeCount).fill(false));
  for (const [from, to] of links) reaches[from]?.splice(to, 1, true);
  for (let by = 0; by < nodeCount; by++) {
    for (const row of reaches) {
      if (row[by]) {
        row.forEach((known, to) => {
          row[to] = known || (reaches[by]?.[to] ?? false);
        });
      }
    }
  }
  return reaches.every((row, node) => !row[node]);
}
