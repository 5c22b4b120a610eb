import type { Envelope } from '../../../base/envelope.ts';
import { NODE_KINDS } from '../../../base/node-kinds.ts';
import { compareCodeUnits, plural, printable } from '../../../base/text.ts';
import type { DepsResult, SymbolDepsResult } from '../../../queries/registry.ts';
import type { Colors } from '../invocation.ts';
import { drawTree, type TreeItem } from './draw-tree.ts';

/** At level `symbol` the nodes are symbols: the same tree. */
type Result = Pick<DepsResult, 'root'> & { readonly nodes: readonly Node[]; readonly edges: readonly Edge[] };
type Node = Pick<(DepsResult | SymbolDepsResult)['nodes'][number], 'id' | 'kind' | 'depth' | 'more'>;
type Edge = { readonly from: string; readonly to: string; readonly kinds: readonly string[] };

/** Nothing ever hangs below these. */
const LEAVES: ReadonlySet<string> = new Set<Node['kind']>(['json', 'asset', 'external', 'builtin', 'unresolved']);

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
export function drawDeps(envelope: Envelope, colors: Colors): string {
  const { root, nodes, edges } = envelope.result as Result;
  const branches = branchesOf(nodes, edges, envelope.params.reverse === true);
  const unfolded = new Set<string>();
  const { dim, bold } = colors;

  function itemOf({ node, kinds }: Branch, parentDepth: number): TreeItem {
    const label = labelOf(node, kinds, colors);
    if (node.depth === parentDepth + 1 && !unfolded.has(node.id)) return { label, children: () => unfold(node) };
    // There is nowhere to point to.
    if (LEAVES.has(node.kind)) return { label };
    return { label: `${label} ${dim(unfolded.has(node.id) ? '(↑ shown above)' : '(↓ shown below)')}` };
  }

  function unfold(node: Node): TreeItem[] {
    unfolded.add(node.id);
    const items = (branches.get(node.id) ?? []).map((branch) => itemOf(branch, node.depth));
    if (node.more !== undefined) items.push({ label: dim(`… ${node.more} more below depth ${node.depth}`) });
    return items;
  }

  const starts = nodes.filter(({ depth }) => depth === 0);
  const [only] = starts.length === 1 ? starts : [];
  const tree: TreeItem =
    only?.id === root
      ? { label: bold(labelOf(only, [], colors)), children: () => unfold(only) }
      : {
          label: `${bold(printable(root))} ${dim(startsIn(envelope, starts.length))}`,
          children: () => starts.map((node) => itemOf({ node, kinds: [] }, -1)),
        };
  return `${drawTree(tree, dim)}\n`;
}

/** What lies outside comes last. */
const RANKS: readonly string[] = NODE_KINDS;

/** Why there are several starts: a package has modules, a class or a module symbols. */
const startsIn = ({ params }: Envelope, count: number): string =>
  params.level === 'symbol' ? `(with all in it, ${plural(count, 'symbol')})` : `(package, ${plural(count, 'module')})`;

/** What hangs below each node: modules first, then files of other kinds, then what is outside the project. */
function branchesOf(nodes: readonly Node[], edges: readonly Edge[], reverse: boolean): Map<string, Branch[]> {
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
  const rank = ({ node }: Branch): number => RANKS.indexOf(node.kind);
  for (const siblings of branches.values()) {
    siblings.sort((a, b) => rank(a) - rank(b) || compareCodeUnits(a.node.id, b.node.id));
  }
  return branches;
}

/** Plain imports of plain modules need no word; everything else is said. */
function labelOf({ id, kind }: Node, kinds: readonly string[], { dim, yellow, cyan }: Colors): string {
  const words = kinds.length === 0 || kinds.join() === 'static' ? '' : ` ${dim(`[${kinds.join(', ')}]`)}`;
  const name = printable(id);
  if (kind === 'unresolved') return `${yellow(name)} ${dim(`(${kind})`)}${words}`;
  if (kind === 'external' || kind === 'builtin') return `${cyan(name)} ${dim(`(${kind})`)}${words}`;
  return `${name}${words}`;
}
