import type { Envelope } from '../../../../base/envelope.ts';
import { plural } from '../../../../base/text.ts';
import type { DepsResult } from '../../../../queries/registry.ts';
import type { Drawing } from './drawing.ts';

const FILES: ReadonlySet<string> = new Set(['module', 'json', 'asset']);

/** The answer of `deps` as boxes and arrows. Where the depth limit hides something, the box says how much. */
export function drawingOfDeps({ result }: Envelope): Drawing {
  const { root, nodes, edges } = result as DepsResult;
  return {
    title: `introspect deps ${root}`,
    nodes: nodes.map(({ id, kind, depth, package: owner, ranges = [], more }) => {
      const isFile = FILES.has(kind);
      const beyond = more === undefined ? [] : [`… ${plural(more, 'more import', 'more imports')}`];
      const path = isFile ? id : null;
      const remark = [...ranges, ...beyond].join(', ');
      return { id, kind, remark, package: isFile ? owner : null, path, isTarget: depth === 0 };
    }),
    edges: edges.map(({ from, to, kinds }) => ({ from, to, kinds })),
  };
}
