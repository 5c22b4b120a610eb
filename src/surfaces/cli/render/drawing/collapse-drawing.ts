import { EDGE_KINDS } from '../../../../base/edge-kinds.ts';
import { compareCodeUnits, plural } from '../../../../base/text.ts';
import type { Drawing, DrawnEdge, DrawnNode } from './drawing.ts';
import { partitionFolders } from './partition-folders.ts';

/** What a picture may have at most. */
export interface DrawingLimits {
  readonly nodes: number;
  readonly edges: number;
}

/** More boxes than this are a picture that nobody reads. */
export const READABLE_NODES = 60;

/**
 * The drawing, made small enough to be read: all external packages become one box, and folders stand for what is in them, those with the
 * most imports in most detail. A drawing that is small enough stays as it is.
 * @returns with a note that says what was done, null when nothing was
 */
export function collapseDrawing(
  drawing: Drawing,
  limits: DrawingLimits,
): { readonly drawing: Drawing; readonly note: string | null } {
  if (fits(drawing, limits)) return { drawing, note: null };
  let limit = limits.nodes;
  let smaller = collapseTo(drawing, limit);
  // Edges between folders cannot be counted before the folders are chosen.
  while (!fits(smaller, limits) && limit > 3) {
    limit = Math.floor(limit * 0.8);
    smaller = collapseTo(drawing, limit);
  }
  const [before, after] = [drawing.nodes.length, smaller.nodes.length];
  const note = `${before} nodes are drawn as ${after}: a folder stands for what is in it; --no-collapse draws all, --max-nodes <n> so many at most`;
  return { drawing: smaller, note };
}

const fits = ({ nodes, edges }: Drawing, limits: DrawingLimits): boolean =>
  nodes.length <= limits.nodes && edges.length <= limits.edges;

function collapseTo(drawing: Drawing, limit: number): Drawing {
  const targets = drawing.nodes.filter(({ isTarget }) => isTarget);
  const isKept = ({ isTarget }: DrawnNode): boolean => isTarget && targets.length === 1;
  const outside = outsideGroups(drawing.nodes.filter((node) => node.path === null && !isKept(node)));
  const files = drawing.nodes.filter((node) => node.path !== null && !isKept(node));
  const kept = drawing.nodes.filter(isKept);
  const degrees = degreesOf(drawing);
  const parts = partitionFolders(
    files.map(({ path }) => path ?? ''),
    files.map(({ id }) => 1 + (degrees.get(id) ?? 0)),
    Math.max(1, limit - outside.length - kept.length),
  );
  const groups = [
    ...parts.map(({ id, members }) =>
      folderGroup(
        id,
        members.flatMap((member) => files[member] ?? []),
      ),
    ),
    ...outside,
    ...kept.map((node) => ({ node, members: [node] })),
  ];
  const idOf = new Map(groups.flatMap(({ node, members }) => members.map((member) => [member.id, node.id] as const)));
  const nodes = groups.map(({ node }) => node).sort((a, b) => compareCodeUnits(a.id, b.id));
  return { ...drawing, nodes, edges: mergeEdges(drawing.edges, idOf) };
}

/** Nodes that become one. */
interface NodeGroup {
  readonly node: DrawnNode;
  readonly members: readonly DrawnNode[];
}

function folderGroup(id: string, members: readonly DrawnNode[]): NodeGroup {
  const [first, ...others] = members;
  if (first && others.length === 0) return { node: first, members };
  const owner = first?.package ?? null;
  const remark = first?.kind === 'package' ? plural(members.length, 'package') : plural(members.length, 'file');
  const shared = members.every((member) => member.package === owner) ? owner : null;
  return { node: { id, kind: 'folder', remark, package: shared, path: id, isTarget: false }, members };
}

const OUTSIDE_WORDS = [
  ['external', 'npm:*', 'package'],
  ['builtin', 'node:*', 'module'],
  ['unresolved', '?:*', 'specifier'],
] as const;

function outsideGroups(nodes: readonly DrawnNode[]): NodeGroup[] {
  return OUTSIDE_WORDS.flatMap(([kind, id, word]) => {
    const members = nodes.filter((node) => node.kind === kind);
    const [only] = members;
    if (!only) return [];
    if (members.length === 1) return [{ node: only, members }];
    const remark = plural(members.length, word);
    return [{ node: { id, kind, remark, package: null, path: null, isTarget: false }, members }];
  });
}

function degreesOf({ edges }: Drawing): Map<string, number> {
  const degrees = new Map<string, number>();
  for (const edge of edges) {
    for (const end of [edge.from, edge.to]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  }
  return degrees;
}

/** What stays within a box that is several nodes is not drawn. */
function mergeEdges(edges: readonly DrawnEdge[], idOf: ReadonlyMap<string, string>): DrawnEdge[] {
  const merged = new Map<string, { from: string; to: string; kinds: Set<string> }>();
  for (const edge of edges) {
    const [from, to] = [idOf.get(edge.from) ?? edge.from, idOf.get(edge.to) ?? edge.to];
    if (from === to && (from !== edge.from || edge.from !== edge.to)) continue;
    const key = `${from}\0${to}`;
    const known = merged.get(key);
    if (!known) merged.set(key, { from, to, kinds: new Set(edge.kinds) });
    else for (const kind of edge.kinds) known.kinds.add(kind);
  }
  return [...merged.values()]
    .map(({ from, to, kinds }) => ({ from, to, kinds: EDGE_KINDS.filter((kind) => kinds.has(kind)) }))
    .sort((a, b) => compareCodeUnits(a.from, b.from) || compareCodeUnits(a.to, b.to));
}
