import { compareCodeUnits } from '../../src/base/text.ts';
import { edgesOfCycles, findComponents } from './find-components.ts';
import { edgeKey, type OwnGraph } from './our-graph.ts';
import type { Found, FoundEdge } from './rival.ts';

/** Two sets side by side. */
export interface Overlap {
  readonly both: number;
  readonly onlyOurs: number;
  readonly onlyTheirs: number;
  readonly examplesOnlyOurs: readonly string[];
  readonly examplesOnlyTheirs: readonly string[];
}

export interface Agreement {
  /** Null where the tool does not say. */
  readonly modules: Overlap | null;
  /** Edges whose importer both sides have; an import of a file that only one side calls a module counts. */
  readonly edges: Overlap | null;
  /** Edges that both have, but that we have by a kind only which is not compared. */
  readonly otherKind: number;
  /** Our edges that the tool lacks, by kind. An edge of two kinds counts for both. */
  readonly missedByKind: Readonly<Record<string, number>>;
  /** Modules in a component of more than one. */
  readonly cycleMembers: Overlap;
  readonly ownComponents: number;
  readonly theirComponents: number;
  /** What the tool itself calls a cycle; null where it was only asked for its edges. */
  readonly cyclesReported: number | null;
}

const EXAMPLES = 20;

/** @param lineOf where in a file a specifier (or a file's name) is written, 0 when nowhere */
export function compareGraphs(
  own: OwnGraph,
  { modules, edges, cycles }: Found,
  lineOf: (path: string, specifier: string) => number,
): Agreement {
  const theirModules = new Set(modules ?? []);
  const theirEdges = new Map<string, FoundEdge>();
  const otherKind = new Set<string>();
  for (const edge of edges ?? []) {
    const key = edgeKey(edge.from, edge.to);
    if (own.otherKinds.has(key)) otherKind.add(key);
    else if (own.modules.has(edge.from)) theirEdges.set(key, edge);
  }
  const ownEdges = new Map([...own.edges].filter(([, { from }]) => theirModules.has(from)));
  const missed = [...ownEdges].filter(([key]) => !theirEdges.has(key)).map(([, edge]) => edge);
  const missedByKind: Record<string, number> = {};
  for (const { kinds } of missed) for (const kind of kinds) missedByKind[kind] = (missedByKind[kind] ?? 0) + 1;

  const ownCycles = findComponents(own.edges.values());
  const theirCycles = findComponents(edges ?? edgesOfCycles(cycles ?? []));
  const identity = (path: string): string => path;
  return {
    modules: modules && overlap(own.modules, theirModules, identity, identity),
    edges: edges && overlap(new Set(ownEdges.keys()), new Set(theirEdges.keys()), describeOwn, describeTheirs),
    otherKind: otherKind.size,
    missedByKind,
    cycleMembers: overlap(new Set(ownCycles.flat()), new Set(theirCycles.flat()), identity, identity),
    ownComponents: ownCycles.length,
    theirComponents: theirCycles.length,
    cyclesReported: cycles === null ? null : cycles.length,
  };

  function describeOwn(key: string): string {
    const edge = own.edges.get(key);
    return edge ? `${edge.from}:${edge.line} ${edge.kinds.join('+')} '${edge.specifier}' → ${edge.to}` : key;
  }

  function describeTheirs(key: string): string {
    const edge = theirEdges.get(key);
    if (!edge) return key;
    const specifier = edge.specifier ?? nameOf(edge.to);
    return `${edge.from}:${lineOf(edge.from, specifier)} '${specifier}' → ${edge.to}`;
  }
}

type Describe = (item: string) => string;

function overlap(
  ours: ReadonlySet<string>,
  theirs: ReadonlySet<string>,
  describeOurs: Describe,
  describeTheirs: Describe,
): Overlap {
  const onlyOurs = [...ours].filter((item) => !theirs.has(item)).sort(compareCodeUnits);
  const onlyTheirs = [...theirs].filter((item) => !ours.has(item)).sort(compareCodeUnits);
  return {
    both: ours.size - onlyOurs.length,
    onlyOurs: onlyOurs.length,
    onlyTheirs: onlyTheirs.length,
    examplesOnlyOurs: spread(onlyOurs).map(describeOurs),
    examplesOnlyTheirs: spread(onlyTheirs).map(describeTheirs),
  };
}

/** At most so many, from all over the list: neighbours mostly differ for one reason. */
function spread(items: readonly string[]): string[] {
  const step = Math.max(1, items.length / EXAMPLES);
  return items.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step)).slice(0, EXAMPLES);
}

/** What an import of a file is likely to name: its name without extension, or that of the folder of an index file. */
function nameOf(path: string): string {
  const stem = path.replace(/(\/index)?(\.d)?\.[^./]+$/, '');
  return stem.slice(stem.lastIndexOf('/') + 1);
}
