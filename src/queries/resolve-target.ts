import { closest } from '../base/closest.ts';
import { ConduitError } from '../base/errors.ts';
import { plural } from '../base/text.ts';
import type { GraphReader, ImageReader } from '../image/reader.ts';

/** What somebody asks about: one node, or all modules of a package. */
export interface Target {
  /** The id of the node, or the name of the package. */
  readonly root: string;
  /** Ascending, at least one. */
  readonly nodes: readonly number[];
}

/** Enough to choose from; more is a list that nobody reads. */
const CANDIDATES = 10;

/**
 * Finds what a target names, by the first of these that fits: the id of a node, the name of a package, the end of
 * ids at a `/`. Ends of files come before ends of what is no file (`zod` is not an end of `npm:@hookform/zod` where
 * there is a `src/zod`).
 * @throws ConduitError CONDUIT_AMBIGUOUS_TARGET, CONDUIT_UNKNOWN_TARGET, both with candidates
 */
export function resolveTarget(image: ImageReader, target: string): Target {
  const { graph } = image;
  const wanted = target.replace(/^(\.\/)+/, '');
  const node = graph.find(wanted);
  if (node >= 0) return { root: wanted, nodes: [node] };
  return packageTarget(graph, wanted) ?? endingTarget(graph, wanted) ?? refuse(image, wanted);
}

function packageTarget(graph: GraphReader, name: string): Target | null {
  const nodes = graph.nodesOfPackage(name);
  const modules = nodes.filter((node) => graph.kindOf(node) === 'module');
  if (modules.length > 0) return { root: name, nodes: modules };
  // A package of the project without a single source has leaves at most; an external one is a single node.
  const [first] = nodes;
  if (first === undefined) return null;
  return { root: nodes.length === 1 ? graph.idOf(first) : name, nodes };
}

function endingTarget(graph: GraphReader, ending: string): Target | null {
  const all = graph.findEnding(ending, Number.POSITIVE_INFINITY);
  const files = all.filter((node) => ['module', 'json', 'asset'].includes(graph.kindOf(node)));
  const nodes = files.length > 0 ? files : all;
  const [first] = nodes;
  if (first === undefined) return null;
  if (nodes.length === 1) return { root: graph.idOf(first), nodes };
  const candidates = nodes.slice(0, CANDIDATES).map((node) => graph.idOf(node));
  throw new ConduitError('CONDUIT_AMBIGUOUS_TARGET', `\`${ending}\` is the end of ${nodes.length} ids`, candidates);
}

function refuse({ graph, diagnostics }: ImageReader, target: string): never {
  const passedOver = diagnostics.entries().find(({ path, code }) => path === target && code.startsWith('skipped-'));
  const why = passedOver ? `\`${target}\` was passed over (${passedOver.code})` : `nothing is named \`${target}\``;
  const scope = `among ${plural(graph.nodeCount, 'node')} of the graph`;
  throw new ConduitError('CONDUIT_UNKNOWN_TARGET', passedOver ? why : `${why} ${scope}`, closest(target, names(graph)));
}

/** All that a target can name: ids and packages. */
function names(graph: GraphReader): Set<string> {
  const found = new Set<string>();
  for (let node = 0; node < graph.nodeCount; node++) {
    const name = graph.packageOf(node);
    if (name !== null) found.add(name);
    if (graph.kindOf(node) !== 'unresolved') found.add(graph.idOf(node));
  }
  return found;
}
