import { type Envelope, isErrorEnvelope } from '../../../base/envelope.ts';
import { NODE_KINDS, type NodeKind } from '../../../base/node-kinds.ts';
import { compareCodeUnits, plural } from '../../../base/text.ts';
import type { DepsResult } from '../../../queries/registry.ts';
import type { View } from './render-answer.ts';

type Node = DepsResult['nodes'][number];
interface Branch {
  readonly node: Node;
  readonly kinds: readonly string[];
}

/**
 * The answer of `deps` as a tree. A node unfolds once, at its own depth, so that levels are depths; where it appears again, a
 * mark points there. The last level says how much the depth limit cut off.
 */
export async function drawDeps(envelope: Envelope, view: View): Promise<string> {
  const answer = envelope.result as DepsResult;
  const reverse = envelope.params['reverse'] === true;
  const cut = await countCut(envelope, answer, reverse, view);
  const lines: string[] = [];
  const starts = answer.nodes.filter(({ depth }) => depth === 0);
  const branches = branchesOf(answer, reverse);
  const unfolded = new Set<string>();
  const { dim, bold } = view.colors;

  // A stack of its own: dependency chains of thousands of modules exist.
  const [root] = starts;
  const single = starts.length === 1 && root?.id === answer.root;
  lines.push(single && root ? label({ node: root, kinds: [] }, view, bold) : `${bold(answer.root)} ${dim(`(package, ${plural(starts.length, 'module')})`)}`);
  const levels: { indent: string; rest: readonly (Branch | string)[] }[] = [];
  const unfold = (node: Node, indent: string): void => {
    unfolded.add(node.id);
    const hidden = cut.get(node.id) ?? 0;
    const more = hidden === 0 ? [] : [dim(`… ${hidden} more below depth ${node.depth}`)];
    levels.push({ indent, rest: [...(branches.get(node.id) ?? []), ...more] });
  };
  if (single && root) unfold(root, '');
  else levels.push({ indent: '', rest: starts.map((node) => ({ node, kinds: [] })) });

  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const [first, ...rest] = level.rest;
    if (first === undefined) {
      levels.pop();
      continue;
    }
    levels[levels.length - 1] = { indent: level.indent, rest };
    const last = rest.length === 0;
    const start = `${level.indent}${dim(last ? '└─ ' : '├─ ')}`;
    if (typeof first === 'string') {
      lines.push(`${start}${first}`);
      continue;
    }
  }
  return `${lines.join('\n')}\n`;
}
