import { EDGE_KINDS } from '../../../../base/edge-kinds.ts';
import { compareCodeUnits, plural } from '../../../../base/text.ts';
import type { Drawing, DrawnEdge, DrawnKind, DrawnNode } from './drawing.ts';
import { partitionFolders } from './partition-folders.ts';

/** What a picture may have at most. */
export interface DrawingLimits {
  readonly nodes: number;
  readonly edges: number;
}

/** More boxes than this are a picture that nobody reads. */
export const READABLE_NODES = 60;

/**
 * The drawing, made small enough to be read: folders stand for what is in them, those with the most imports in most detail; external packages
 * and builtins, to which nearly everything has an arrow, are only counted in the boxes that import them. A drawing that is
 * small enough stays as it is.
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
  const note = `${before} nodes are drawn as ${after}: folders stand for what is in them, what is not of the project is counted; --no-collapse draws all, --max-nodes <n> so many at most`;
  return { drawing: smaller, note };
}

const fits = ({ nodes, edges }: Drawing, limits: DrawingLimits): boolean =>
  nodes.length <= limits.nodes && edges.length <= limits.edges;

function collapseTo(drawing: Drawing, limit: number): Drawing {
  const targets = drawing.nodes.filter(({ isTarget }) => isTarget);
  const isKept = ({ isTarget }: DrawnNode): boolean => isTarget && targets.length === 1;
  const outside = unresolvedGroup(drawing.nodes.filter((node) => !isKept(node)));
  const files = drawing.nodes.filter((node) => node.path !== null && !isKept(node));
  const kept = drawing.nodes.filter(isKept);
  const degrees = degreesOf(drawing);
  const parts = partitionFolders(
    files.map(({ path }) => path ?? ''),
    files.map(({ id }) => 1 + (degrees.get(id) ?? 0)),
    Math.max(1, limit - outside.length - kept.length),
  );
  const counted = new Map(
    drawing.nodes.filter((node) => COUNTED.has(node.kind) && !isKept(node)).map(({ id, kind }) => [id, kind]),
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
  const counts = countImports(drawing.edges, idOf, counted);
  const nodes = groups
    .map(({ node }) => ({ ...node, remark: [node.remark, ...(counts.get(node.id) ?? [])].filter(Boolean).join(', ') }))
    .sort((a, b) => compareCodeUnits(a.id, b.id));
  const edges = drawing.edges.filter(({ from, to }) => !counted.has(from) && !counted.has(to));
  return { ...drawing, nodes, edges: mergeEdges(edges, idOf) };
}

/** Kinds of nodes that are counted where they are imported, instead of drawn. */
const COUNTED: ReadonlySet<DrawnKind> = new Set<DrawnKind>(['external', 'builtin']);

/** What boxes import of the counted nodes, in words, by the boxes' ids. */
function countImports(
  edges: readonly DrawnEdge[],
  idOf: ReadonlyMap<string, string>,
  counted: ReadonlyMap<string, DrawnKind>,
): Map<string, string[]> {
  const imported = new Map<string, Set<string>>();
  for (const { from, to } of edges) {
    if (!counted.has(to)) continue;
    const box = idOf.get(from) ?? from;
    const known = imported.get(box) ?? new Set();
    imported.set(box, known.add(to));
  }
  return new Map(
    Array.from(imported, ([box, ids]) => {
      const external = [...ids].filter((id) => counted.get(id) === 'external').length;
      const words = [external > 0 ? `${external} npm` : '', ids.size > external ? `${ids.size - external} node` : ''];
      return [box, words.filter((word) => word !== '')];
    }),
  );
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
  const remark = plural(members.length, first?.kind === 'package' || first?.kind === 'symbol' ? first.kind : 'file');
  const shared = members.every((member) => member.package === owner) ? owner : null;
  return { node: { id, kind: 'folder', remark, package: shared, path: id, isTarget: false }, members };
}

/** What leads nowhere stays in the picture, as one box: it is what the picture does not know. */
function unresolvedGroup(nodes: readonly DrawnNode[]): NodeGroup[] {
  const members = nodes.filter(({ kind }) => kind === 'unresolved');
  const [only] = members;
  if (!only) return [];
  if (members.length === 1) return [{ node: only, members }];
  const remark = `${members.length} unresolved`;
  return [{ node: { id: '?:*', kind: 'unresolved', remark, package: null, path: null, isTarget: false }, members }];
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
  const merged = new Map<string, { from: string; to: string; kinds: Set<string>; isOpen: boolean }>();
  for (const edge of edges) {
    const [from, to] = [idOf.get(edge.from) ?? edge.from, idOf.get(edge.to) ?? edge.to];
    if (from === to && (from !== edge.from || edge.from !== edge.to)) continue;
    const key = `${from}\0${to}`;
    const known = merged.get(key);
    const isOpen = edge.kinds.length === 0;
    if (!known) merged.set(key, { from, to, kinds: new Set(edge.kinds), isOpen });
    else {
      for (const kind of edge.kinds) known.kinds.add(kind);
      known.isOpen ||= isOpen;
    }
  }
  return (
    [...merged.values()]
      // Kinds that nobody knows may be the strongest.
      .map(({ from, to, kinds, isOpen }) => ({
        from,
        to,
        kinds: EDGE_KINDS.filter((kind) => !isOpen && kinds.has(kind)),
      }))
      .sort((a, b) => compareCodeUnits(a.from, b.from) || compareCodeUnits(a.to, b.to))
  );
}
