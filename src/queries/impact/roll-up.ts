import { compareCodeUnits } from '../../base/text.ts';
import type { GraphReader, ImageReader } from '../../image/reader.ts';
import { testFiles } from '../test-files.ts';

/** A module that was reached, a node of the graph, and how far away it is. */
export interface Hit {
  readonly node: number;
  readonly depth: number;
}

export interface PackageHits {
  readonly name: string;
  /** From the root; null in images that do not say. */
  readonly directory: string | null;
  readonly modules: number;
  /** Of the nearest. */
  readonly depth: number;
}

/** How many modules of each package were hit, the nearest packages first, then by name. Modules outside of all packages are in none. */
export function hitPackages(graph: GraphReader, hits: readonly Hit[]): PackageHits[] {
  const found = new Map<number, { modules: number; depth: number }>();
  for (const { node, depth } of hits) {
    const number = graph.packageNumberOf(node);
    if (number === null) continue;
    const known = found.get(number);
    if (!known) found.set(number, { modules: 1, depth });
    else {
      known.modules++;
      known.depth = Math.min(known.depth, depth);
    }
  }
  return Array.from(found, ([number, { modules, depth }]) => ({
    name: graph.packageName(number),
    directory: graph.packageDirectory(number),
    modules,
    depth,
  })).sort(
    (a, b) =>
      a.depth - b.depth || compareCodeUnits(a.name, b.name) || compareCodeUnits(a.directory ?? '', b.directory ?? ''),
  );
}

/** The tests among them, by depth, then by path. */
export function hitTests(
  image: Pick<ImageReader, 'graph' | 'project'>,
  hits: readonly Hit[],
): { id: string; depth: number }[] {
  const isTest = testFiles(image);
  return hits
    .filter(({ node }) => isTest(node))
    .map(({ node, depth }) => ({ id: image.graph.idOf(node), depth }))
    .sort((a, b) => a.depth - b.depth || compareCodeUnits(a.id, b.id));
}

/** Who owns how many of them, most first; `owner` is null for those that nobody owns. A module with two owners counts for both. */
export function hitOwners(
  graph: GraphReader,
  hits: readonly Hit[],
  ownersOf: (path: string) => readonly string[] | null,
): { owner: string | null; modules: number }[] {
  const found = new Map<string | null, number>();
  for (const { node } of hits) {
    const owners = ownersOf(graph.idOf(node)) ?? [];
    for (const owner of owners.length > 0 ? owners : [null]) found.set(owner, (found.get(owner) ?? 0) + 1);
  }
  return Array.from(found, ([owner, modules]) => ({ owner, modules })).sort(
    (a, b) => b.modules - a.modules || compareCodeUnits(a.owner ?? '', b.owner ?? ''),
  );
}

/**
 * How much of the project hangs on the targets, 0 to 100, with one decimal: `100 · ln(1 + r) / ln(1 + n)`, where `r` is the sum of `1 / depth` over the
 * modules that were hit, and `n` the number of modules that could have been. Logarithms, because what tells apart 1 from 10 also tells apart 100
 * from 1,000; by depth, because what is far away is shielded by what lies between.
 */
export function impactScore(hits: readonly Hit[], possible: number): number {
  const reach = hits.reduce((sum, { depth }) => sum + 1 / depth, 0);
  return possible <= 0 ? 0 : Math.round((1000 * Math.log1p(reach)) / Math.log1p(possible)) / 10;
}
