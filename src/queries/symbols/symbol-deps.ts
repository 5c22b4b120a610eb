import { z } from 'zod';
import { SYMBOL_KINDS, USE_KINDS, type UseKind, useKindsOf, useMask } from '../../base/symbol-kinds.ts';
import { compareCodeUnits } from '../../base/text.ts';
import type { ImageReader, SymbolsReader } from '../../image/reader.ts';
import type { NodeSet } from '../../wasm/graph-kernels.ts';
import type { QueryAnswer } from '../define.ts';
import { hiddenNeighbours } from '../hidden-neighbours.ts';
import { locationSchema } from '../schemas.ts';
import { resolveSymbol } from './resolve-symbol.ts';
import { walkRows } from './walk-rows.ts';

/** Of answers that go from symbol to symbol: what is not there may only not be known. */
export const unknownTotal = z
  .int()
  .min(0)
  .describe('Uses in the whole project of which nobody knows what they mean: any may be one more.');

/** The answer of `deps` at level `symbol`: as that for modules, with symbols and their uses. */
export const symbolDepsResult = z.strictObject({
  root: z.string().describe('Id of the target.'),
  nodes: z
    .array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(SYMBOL_KINDS),
        depth: z
          .int()
          .min(0)
          .describe('Uses between it and the target, or something declared in that, by the shortest way.'),
        package: z.string().nullable(),
        more: z.int().min(1).optional().describe('Neighbours that the depth limit hides; absent when there are none.'),
      }),
    )
    .describe('By depth, then by id.'),
  edges: z
    .array(
      z.strictObject({
        from: z.string().describe('The symbol that uses the other, also under `reverse`.'),
        to: z.string(),
        kinds: z.array(z.enum(USE_KINDS)),
        sites: z.array(z.strictObject({ location: locationSchema, kind: z.enum(USE_KINDS) })),
      }),
    )
    .describe('Every use of the asked kinds between two of the nodes, by `from`, then by `to`.'),
  unresolved: unknownTotal,
});

export type SymbolDepsResult = z.infer<typeof symbolDepsResult>;

/** @param limit how many uses away; may be infinite */
export function symbolDeps(
  image: ImageReader,
  { target, limit, reverse, kinds }: { target: string; limit: number; reverse: boolean; kinds: readonly UseKind[] },
): QueryAnswer<SymbolDepsResult> {
  const { symbols } = image;
  const root = resolveSymbol(image, target);
  const mask = useMask(kinds);
  const rows = reverse ? symbols.reverse : symbols.forward;
  const reached = walkRows(rows, symbols.allWithin(root), { depth: limit, mask });
  const ids = new Map(Array.from(reached.nodes, (symbol) => [symbol, symbols.idOf(symbol)] as const));
  const hidden = hiddenNeighbours(rows, reached, limit, ids, mask);
  const nodes = describeNodes(image, reached, ids, hidden);
  return {
    result: {
      root: symbols.idOf(root),
      nodes,
      edges: usesAmong(symbols, ids, mask),
      unresolved: symbols.allUnknownUses,
    },
    ...(hidden.size > 0 ? { truncated: 'depth' as const } : {}),
  };
}

function describeNodes(
  { symbols, graph }: Pick<ImageReader, 'symbols' | 'graph'>,
  { depths }: NodeSet,
  ids: ReadonlyMap<number, string>,
  hidden: ReadonlyMap<number, number>,
): SymbolDepsResult['nodes'] {
  return Array.from(ids, ([symbol, id], position) => {
    const more = hidden.get(symbol);
    return {
      id,
      kind: symbols.kindOf(symbol),
      depth: depths[position] ?? 0,
      package: graph.packageOf(symbols.nodeOf(symbol)),
      ...(more === undefined ? {} : { more }),
    };
  }).sort((a, b) => a.depth - b.depth || compareCodeUnits(a.id, b.id));
}

function usesAmong(
  symbols: SymbolsReader,
  ids: ReadonlyMap<number, string>,
  wanted: number,
): SymbolDepsResult['edges'] {
  const { offsets, targets, masks } = symbols.forward;
  const edges: SymbolDepsResult['edges'] = [];
  for (const [symbol, from] of ids) {
    for (let edge = offsets[symbol] ?? 0; edge < (offsets[symbol + 1] ?? 0); edge++) {
      const mask = (masks[edge] ?? 0) & wanted;
      const to = mask === 0 ? undefined : ids.get(targets[edge] ?? 0);
      if (to === undefined) continue;
      const kinds = useKindsOf(mask);
      const sites = symbols.sitesOf(edge).filter(({ kind }) => kinds.includes(kind));
      edges.push({ from, to, kinds, sites: sites.map(({ location, kind }) => ({ location, kind })) });
    }
  }
  return edges.sort((a, b) => compareCodeUnits(a.from, b.from) || compareCodeUnits(a.to, b.to));
}
