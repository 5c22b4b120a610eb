import { compareCodeUnits, printable } from '../../../../base/text.ts';
import type { Colors } from '../../invocation.ts';
import { drawTree } from '../draw-tree.ts';
import type { Drawing, DrawnEdge, DrawnNode } from './drawing.ts';

/** A drawing in words, for a terminal: each node of the project with what it imports below it, a node at a time. */
export function* graphTreeOf({ nodes, edges }: Drawing, colors: Colors): Generator<string> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const rows = new Map<string, DrawnEdge[]>();
  for (const edge of edges) {
    const row = rows.get(edge.from);
    if (row) row.push(edge);
    else rows.set(edge.from, [edge]);
  }
  for (const node of nodes) {
    if (node.path === null) continue;
    const row = (rows.get(node.id) ?? []).sort(
      (a, b) => rank(byId.get(a.to)) - rank(byId.get(b.to)) || compareCodeUnits(a.to, b.to),
    );
    const label = `${colors.bold(printable(node.id))}${remarkOf(node, colors)}`;
    const items = row.map((edge) => ({ label: labelOf(byId.get(edge.to), edge, colors) }));
    yield `${drawTree({ label, children: () => items }, colors.dim)}\n`;
  }
}

/** Files of the project first, what leads nowhere last. */
const rank = (node: DrawnNode | undefined): number => (node?.kind === 'unresolved' ? 2 : node?.path === null ? 1 : 0);

/** Plain imports of what is in the project need no word; everything else is said. */
function labelOf(node: DrawnNode | undefined, { to, kinds }: DrawnEdge, colors: Colors): string {
  const name = printable(to);
  const words = kinds.length === 0 || kinds.join() === 'static' ? '' : ` ${colors.dim(`[${kinds.join(', ')}]`)}`;
  if (!node || node.path !== null) return `${name}${words}`;
  const shown = node.kind === 'unresolved' ? colors.yellow(name) : colors.cyan(name);
  return `${shown}${remarkOf(node, colors)}${words}`;
}

const remarkOf = ({ remark }: DrawnNode, { dim }: Colors): string =>
  remark === '' ? '' : ` ${dim(`(${printable(remark)})`)}`;
