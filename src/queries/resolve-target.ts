import { closest } from '../base/closest.ts';
import { ConduitError } from '../base/errors.ts';
import type { GraphReader } from '../image/reader.ts';

export interface Target {
  /** What the answer calls it: a node's id, or the package's name. */
  readonly root: string;
  /** The nodes it stands for, ascending. */
  readonly nodes: readonly number[];
}

const CANDIDATES = 10;

/**
 * What somebody means by a target: the id of a node, the name of a package (all its modules), or the end of one id, with
 * or without its extension. In that order; an exact id is never ambiguous.
 * @throws ConduitError CONDUIT_UNKNOWN_TARGET, CONDUIT_AMBIGUOUS_TARGET, both with candidates
 */
export function resolveTarget(graph: GraphReader, target: string): Target {
  const wanted = target.replace(/^\.\//, '');
  for (const id of [wanted, `npm:${wanted}`, `node:${wanted}`]) {
    const node = id === wanted || !isPackageOfProject(graph, wanted) ? graph.find(id) : -1;
    if (node >= 0) return { root: id, nodes: [node] };
  }
  const members = graph.nodesOfPackage(wanted);
  if (members.length > 0) return { root: wanted, nodes: members };

  const endings = [graph.findEnding(wanted, CANDIDATES + 1), ...withoutExtension(graph, wanted)];
  const matches = endings.find((nodes) => nodes.length > 0) ?? [];
  const [only] = matches;
  if (only !== undefined && matches.length === 1) return { root: graph.idOf(only), nodes: [only] };
  if (only !== undefined) {
    const candidates = matches.slice(0, CANDIDATES).map((node) => graph.idOf(node));
    const count = matches.length > CANDIDATES ? `more than ${CANDIDATES}` : matches.length;
    throw new ConduitError('CONDUIT_AMBIGUOUS_TARGET', `\`${target}\` could be ${count} modules`, candidates);
  }
  throw new ConduitError('CONDUIT_UNKNOWN_TARGET', `nothing here is called \`${target}\``, closest(wanted, allIds(graph)));
}

/** The project's own packages come before an external node of the same name. */
function isPackageOfProject(graph: GraphReader, name: string): boolean {
  return graph.nodesOfPackage(name).some((node) => graph.kindOf(node) === 'module');
}

const EXTENSIONS = ['.ts', '.tsx', '.js', '.jsx', '.mts', '.cts', '.mjs', '.cjs', '/index.ts', '/index.tsx', '/index.js'];

function* withoutExtension(graph: GraphReader, wanted: string): Iterable<number[]> {
  for (const extension of EXTENSIONS) yield graph.findEnding(wanted + extension, CANDIDATES + 1);
}

function* allIds(graph: GraphReader): Iterable<string> {
  for (let node = 0; node < graph.nodeCount; node++) yield graph.idOf(node);
}
