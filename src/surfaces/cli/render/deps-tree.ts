import { type Envelope, isErrorEnvelope } from '../../../base/envelope.ts';
import { NODE_KINDS } from '../../../base/node-kinds.ts';
import { compareCodeUnits, plural } from '../../../base/text.ts';
import type { DepsResult } from '../../../queries/registry.ts';
import { drawTree, type TreeItem } from './draw-tree.ts';
import type { View } from './render-answer.ts';

type Node = DepsResult['nodes'][number];

/** A node below another, with the kinds of the import between them. */
interface Branch {
  readonly node: Node;
  readonly kinds: readonly string[];
}

/**
 * The answer of `deps` as a tree. A module unfolds once, one level below a module that is one import nearer to the target, so that
 * levels are depths; wherever else it appears, a mark points there. Where the depth limit cut something off, the last line
 * says how much.
 */
export async function drawDeps(envelope: Envelope, { colors, ask }: View): Promise<string> {
  const { root, nodes, edges } = envelope.result as DepsResult;
  const reverse = envelope.params.reverse === true;
  const branches = branchesOf(nodes, edges, reverse);
  const hidden =
    envelope.truncated === 'depth' ? countHidden(await askDeeper(envelope, ask), nodes, reverse) : new Map();
  const unfolded = new Set<string>();

  function itemOf({ node, kinds }: Branch, parentDepth: number): TreeItem {
    const label = labelOf(node, kinds, colors);
    const here = node.depth === parentDepth + 1 && !unfolded.has(node.id);
    if (here) return { label, children: () => unfold(node) };
    const marked = node.kind === 'module';
    return {
      label: marked ? `${label} ${colors.dim(unfolded.has(node.id) ? '(↑ shown above)' : '(↓ shown below)')}` : label,
    };
  }

  function unfold(node: Node): TreeItem[] {
    unfolded.add(node.id);
    const items = (branches.get(node.id) ?? []).map((branch) => itemOf(branch, node.depth));
    const more = hidden.get(node.id);
    return more ? [...items, { label: colors.dim(`… ${more} more below depth ${node.depth}`) }] : items;
  }

  const starts = nodes.filter(({ depth }) => depth === 0);
  const [only] = starts;
  const tree: TreeItem =
    only?.id === root
      ? { label: colors.bold(labelOf(only, [], colors)), children: () => unfold(only) }
      : {
          label: `${colors.bold(root)} ${colors.dim(`(package, ${plural(starts.length, 'module')})`)}`,
          children: () => starts.map((node) => itemOf({ node, kinds: [] }, -1)),
        };
  return `${drawTree(tree, colors.dim)}\n`;
}

/** What hangs below each node: modules first, then files of other kinds, then what is outside the project. */
function branchesOf(nodes: readonly Node[], edges: DepsResult['edges'], reverse: boolean): Map<string, Branch[]> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const branches = new Map<string, Branch[]>();
  for (const { from, to, kinds } of edges) {
    const [parent, child] = reverse ? [to, from] : [from, to];
    const node = byId.get(child);
    if (!node) continue;
    const siblings = branches.get(parent);
    if (siblings) siblings.push({ node, kinds });
    else branches.set(parent, [{ node, kinds }]);
  }
  for (const siblings of branches.values()) {
    siblings.sort(
      (a, b) =>
        NODE_KINDS.indexOf(a.node.kind) - NODE_KINDS.indexOf(b.node.kind) || compareCodeUnits(a.node.id, b.node.id),
    );
  }
  return branches;
}

/** The same question, one import deeper: the answer itself does not say what lies beyond it. */
async function askDeeper({ params }: Envelope, ask: View['ask']): Promise<DepsResult | null> {
  const deeper = await ask({ ...params, depth: Number(params.depth) + 1 });
  return isErrorEnvelope(deeper) ? null : (deeper.result as DepsResult);
}

/** For each node at the limit, how many nodes below it are not in the answer. */
function countHidden(deeper: DepsResult | null, nodes: readonly Node[], reverse: boolean): Map<string, number> {
  const shown = new Set(nodes.map(({ id }) => id));
  const counts = new Map<string, number>();
  for (const { from, to } of deeper?.edges ?? []) {
    const [parent, child] = reverse ? [to, from] : [from, to];
    if (shown.has(parent) && !shown.has(child)) counts.set(parent, (counts.get(parent) ?? 0) + 1);
  }
  return counts;
}

/** Plain imports of plain modules need no word; everything else is said. */
function labelOf({ id, kind }: Node, kinds: readonly string[], { dim, yellow, cyan }: View['colors']): string {
  const name = kind === 'unresolved' ? yellow(id) : kind === 'external' || kind === 'builtin' ? cyan(id) : id;
  const words = kinds.length === 0 || kinds.join() === 'static' ? '' : ` ${dim(`[${kinds.join(', ')}]`)}`;
  const outside = kind === 'external' || kind === 'builtin' || kind === 'unresolved' ? ` ${dim(`(${kind})`)}` : '';
  return `${name}${outside}${words}`;
}
