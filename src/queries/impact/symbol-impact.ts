import { ALL_USE_KINDS, useMask } from '../../base/symbol-kinds.ts';
import { compareCodeUnits } from '../../base/text.ts';
import type { QueryContext } from '../define.ts';
import { countModules } from '../graph/count-modules.ts';
import { type LevelKind, useKinds } from '../level-kinds.ts';
import { relatedMembers } from '../symbols/related-members.ts';
import { resolveSymbol } from '../symbols/resolve-symbol.ts';
import { walkRows } from '../symbols/walk-rows.ts';
import { nearerNeighbours, waysBack } from './explain-hits.ts';
import type { ImpactResult } from './impact-schemas.ts';
import type { Impact } from './module-impact.ts';
import type { Hit } from './roll-up.ts';

/** Naming a symbol in a clause does nothing with it: whoever uses what the clause binds has a use of its own. */
const CLAUSES = useMask(['import', 'export']);

export interface SymbolImpact extends Impact {
  /** Symbols that use the targets, by depth, then by id. */
  readonly users: readonly User[];
  describeUser(user: User): NonNullable<ImpactResult['symbols']>[number];
  readonly unresolved: number;
}

export interface User {
  readonly symbol: number;
  readonly depth: number;
}

/**
 * What uses the targets, directly or by way of others, and the modules that it stands in. A symbol stands for all that is declared in it, and for the
 * members that it overrides or that override it. Code of a module's top level that is reached ends there: who imports the module is not added.
 * @throws ConduitError as `resolveSymbol` does
 */
export function symbolImpact(
  { image }: QueryContext,
  targets: readonly string[],
  { limit, kinds }: { readonly limit: number; readonly kinds: readonly LevelKind[] },
): SymbolImpact {
  const { symbols, graph } = image;
  const resolved = [...new Set(targets.map((target) => resolveSymbol(image, target)))];
  const starts = [
    ...new Set(resolved.flatMap((one) => symbols.allWithin(one)).flatMap((one) => relatedMembers(symbols, one))),
  ];
  const wanted = useMask(useKinds(kinds));
  const mask = kinds.length === 0 ? ALL_USE_KINDS & ~CLAUSES : wanted;
  const reached = walkRows(symbols.reverse, starts, { depth: limit + 1, mask });
  const wayOf = waysBack(reached, nearerNeighbours(symbols.forward, reached, mask));
  const way = (symbol: number): string[] => wayOf(symbol).map(symbols.idOf);
  const own = new Set(starts);
  const found = Array.from(reached.nodes, (symbol, at) => ({ symbol, depth: reached.depths[at] ?? 0 }));
  const users = found.filter(({ symbol, depth }) => !own.has(symbol) && depth <= limit);
  const nearest = new Map<number, { symbol: number; depth: number }>();
  for (const user of users) {
    const node = symbols.nodeOf(user.symbol);
    if (!nearest.has(node)) nearest.set(node, user);
  }
  const targetNodes = new Set(resolved.map(symbols.nodeOf));
  const hits: Hit[] = Array.from(nearest, ([node, { depth }]) => ({ node, depth }));
  return {
    targets: resolved.map(symbols.idOf),
    hits: hits
      .map((hit) => ({ ...hit, id: graph.idOf(hit.node) }))
      .sort((a, b) => a.depth - b.depth || compareCodeUnits(a.id, b.id)),
    describe({ node, depth }) {
      const symbol = nearest.get(node)?.symbol ?? 0;
      return { id: graph.idOf(node), depth, via: [symbols.idOf(symbol), ...way(symbol)] };
    },
    users: users
      .map((user) => ({ ...user, id: symbols.idOf(user.symbol) }))
      .sort((a, b) => a.depth - b.depth || compareCodeUnits(a.id, b.id)),
    describeUser: ({ symbol, depth }) => ({
      id: symbols.idOf(symbol),
      kind: symbols.kindOf(symbol),
      depth,
      via: way(symbol),
    }),
    possible: countModules(graph) - targetNodes.size,
    isCut: found.some(({ depth }) => depth > limit),
    unresolved: symbols.allUnknownUses,
  };
}
