import { compareCodeUnits } from '../../base/text.ts';
import type { GraphReader } from '../../image/reader.ts';
import { matchText, outermostFolder } from '../match-globs.ts';
import { FILE_KINDS } from './kept-graph.ts';
import { packageIds } from './package-ids.ts';

/** One node of the answer: a node of the graph, or a package or folder with all that is in it. */
export interface Group {
  readonly id: string;
  /** `node`: exactly one node of the graph, in {@link nodes}. */
  readonly kind: 'node' | 'package' | 'folder';
  /** Nodes of the graph, ascending. */
  readonly nodes: number[];
  /** Folder of a package of the project, from the root; null for anything else. */
  readonly directory: string | null;
}

export interface Groups {
  /** By id. */
  readonly groups: readonly Group[];
  /** Position of each node's group; {@link NO_GROUP} for nodes that are not part of the answer. */
  readonly groupOf: Uint32Array;
}

export const NO_GROUP = 0xffffffff;

/** Files of no package: there is no manifest above them. A package without a name has the name of its folder, never this one here. */
const NO_PACKAGE_ID = '(no package)';

/**
 * Puts nodes together: files below a folder that `collapse` matches become that folder, the outermost that matches; at level `package`
 * the other files become their package. Nodes that are no files stand for themselves.
 * @param kept 1 for nodes that are part of the answer
 * @throws ConduitError CONDUIT_BAD_PARAMS for a bad glob
 */
export function groupNodes(
  graph: GraphReader,
  kept: Uint8Array,
  level: 'module' | 'package',
  collapse: readonly string[],
): Groups {
  const collapsed = collapse.length === 0 ? () => null : collapsedFolder(collapse);
  const packages = level === 'package' ? packageIds(graph) : null;
  const byKey = new Map<string, Group>();
  const add = (key: string, node: number, rest: Pick<Group, 'id' | 'kind' | 'directory'>): void => {
    const group = byKey.get(key);
    if (group) group.nodes.push(node);
    else byKey.set(key, { ...rest, nodes: [node] });
  };
  for (let node = 0; node < graph.nodeCount; node++) {
    if (kept[node] === 0) continue;
    const id = graph.idOf(node);
    const isFile = FILE_KINDS.has(graph.kindOf(node));
    const folder = isFile ? collapsed(id) : null;
    if (folder !== null) add(`folder ${folder}`, node, { id: `${folder}/`, kind: 'folder', directory: null });
    else if (isFile && packages) {
      const number = graph.packageNumberOf(node);
      const directory = number === null ? null : graph.packageDirectory(number);
      const name = number === null ? NO_PACKAGE_ID : (packages[number] ?? '');
      add(`package ${number}`, node, { id: name, kind: 'package', directory });
    } else add(`node ${id}`, node, { id, kind: 'node', directory: null });
  }
  const groups = [...byKey.values()].sort((a, b) => compareCodeUnits(a.id, b.id));
  const groupOf = new Uint32Array(graph.nodeCount).fill(NO_GROUP);
  groups.forEach(({ nodes }, group) => {
    for (const node of nodes) groupOf[node] = group;
  });
  return { groups, groupOf };
}

/** `packages/*` and all that is below it, written with two more stars, mean the same folders. */
function collapsedFolder(globs: readonly string[]): (path: string) => string | null {
  return outermostFolder(
    matchText(
      'collapse',
      globs.map((glob) => glob.replace(/(?<=.)\/(?:\*\*)?$/, '')),
    ),
  );
}
