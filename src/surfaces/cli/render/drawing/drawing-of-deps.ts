import type { Envelope } from '../../../../base/envelope.ts';
import type { UseKind } from '../../../../base/symbol-kinds.ts';
import { plural } from '../../../../base/text.ts';
import type { DepsResult, SymbolDepsResult } from '../../../../queries/registry.ts';
import type { Drawing } from './drawing.ts';

const FILES: ReadonlySet<string> = new Set(['module', 'json', 'asset']);

/** The answer of `deps` as boxes and arrows. Where the depth limit hides something, the box says how much. */
export function drawingOfDeps({ result, params }: Envelope): Drawing {
  if (params.level === 'symbol') return drawingOfSymbols(result as SymbolDepsResult);
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

/** Uses that are there for the compiler only; where there is another one, the arrow is solid. */
const TYPE_USES: ReadonlySet<string> = new Set<UseKind>(['type', 'accepts', 'returns', 'implements']);

/** Symbols lie in the folders of their files. */
function drawingOfSymbols({ root, nodes, edges }: SymbolDepsResult): Drawing {
  return {
    title: `introspect deps ${root} --level symbol`,
    nodes: nodes.map(({ id, kind, depth, package: owner, more }) => {
      const isOutside = kind === 'external';
      const remark = more === undefined ? '' : `… ${plural(more, 'more use')}`;
      const [path, drawn] = isOutside ? ([null, 'external'] as const) : ([id, 'symbol'] as const);
      return { id, kind: drawn, remark, package: isOutside ? null : owner, path, isTarget: depth === 0 };
    }),
    edges: edges.map(({ from, to, kinds }) => {
      const isType = kinds.every((kind) => TYPE_USES.has(kind));
      return { from, to, kinds: isType ? ['type' as const] : [] };
    }),
  };
}
