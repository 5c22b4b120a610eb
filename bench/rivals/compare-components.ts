import { edgesOfCycles, findComponents } from './find-components.ts';
import { edgeKey } from './our-graph.ts';

interface Ends {
  readonly from: string;
  readonly to: string;
}

/** Components of two graphs of the same project, side by side, and what each difference comes of. */
export interface ComponentAgreement {
  /** Components that both have, module for module. */
  readonly same: number;
  /** Of ours that differ: those that become theirs without the imports that only we have. */
  readonly ofOurImports: readonly string[];
  /** Of theirs that differ: those that become ours without the imports that only they have. */
  readonly ofTheirImports: readonly string[];
  /** Differences with the same imports on both sides: there must be none. */
  readonly unexplained: readonly string[];
  /** Imports within our components that they lack; within theirs, that we lack. */
  readonly onlyOurs: readonly Ends[];
  readonly onlyTheirs: readonly Ends[];
}

/**
 * @param components ours, as the query gives them: the widest
 * @param ours imports that the components come of
 */
export function compareComponents(
  components: readonly (readonly string[])[],
  ours: readonly Ends[],
  theirs: readonly Ends[],
): ComponentAgreement {
  const [ownKeys, theirKeys] = [keysOf(ours), keysOf(theirs)];
  const shared = ours.filter(({ from, to }) => theirKeys.has(edgeKey(from, to)));
  const theirComponents = findComponents(theirs);
  const nameOf = (component: readonly string[]): string => `${component[0]} (${component.length})`;
  const [ownSet, theirSet] = [new Set(components.map(keyOf)), new Set(theirComponents.map(keyOf))];
  const differing = components.filter((component) => !theirSet.has(keyOf(component)));
  const theirDiffering = theirComponents.filter((component) => !ownSet.has(keyOf(component)));
  const sharedComponents = new Set(findComponents(shared).map(keyOf));
  const isExplained = (component: readonly string[], edges: readonly Ends[], others: ReadonlySet<string>): boolean =>
    !sharedComponents.has(keyOf(component)) &&
    within(component, edges).some(({ from, to }) => !others.has(edgeKey(from, to)));
  return {
    same: components.length - differing.length,
    ofOurImports: differing.filter((one) => isExplained(one, ours, theirKeys)).map(nameOf),
    ofTheirImports: theirDiffering.filter((one) => isExplained(one, theirs, ownKeys)).map(nameOf),
    unexplained: [
      // What is a component of the shared imports and not of theirs, theirs have put into a larger one.
      ...differing.filter((one) => !isExplained(one, ours, theirKeys) && !isInside(one, theirDiffering)).map(nameOf),
      ...theirDiffering.filter((one) => !isExplained(one, theirs, ownKeys) && !isInside(one, differing)).map(nameOf),
    ],
    onlyOurs: differing.flatMap((one) => within(one, ours)).filter(({ from, to }) => !theirKeys.has(edgeKey(from, to))),
    onlyTheirs: theirDiffering
      .flatMap((one) => within(one, theirs))
      .filter(({ from, to }) => !ownKeys.has(edgeKey(from, to))),
  };
}

/** How many components have a cycle of a list, and how many cycles of it are in none. */
export function matchCycles(
  components: readonly (readonly string[])[],
  cycles: readonly (readonly string[])[],
): { readonly hit: number; readonly outside: number } {
  const componentOf = new Map(
    components.flatMap((component, number) => component.map((module) => [module, number] as const)),
  );
  const homes = cycles.map((cycle) => {
    const numbers = new Set(edgesOfCycles([cycle]).map(({ from }) => componentOf.get(from) ?? -1));
    return numbers.size === 1 ? ([...numbers][0] ?? -1) : -1;
  });
  return { hit: new Set(homes.filter((home) => home >= 0)).size, outside: homes.filter((home) => home < 0).length };
}

const keysOf = (edges: readonly Ends[]): Set<string> => new Set(edges.map(({ from, to }) => edgeKey(from, to)));
const keyOf = (component: readonly string[]): string => component.join('\n');

function within(component: readonly string[], edges: readonly Ends[]): Ends[] {
  const members = new Set(component);
  return edges.filter(({ from, to }) => members.has(from) && members.has(to));
}

const isInside = (component: readonly string[], others: readonly (readonly string[])[]): boolean =>
  others.some((other) => other.length > component.length && component.every((module) => other.includes(module)));
