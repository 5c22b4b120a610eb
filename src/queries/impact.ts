import { ConduitError } from '../base/errors.ts';
import { codeOwners } from './code-owners.ts';
import { defineQuery, type QueryContext } from './define.ts';
import { type ImpactResult, impactParams, impactResult } from './impact/impact-schemas.ts';
import { type Impact, moduleImpact } from './impact/module-impact.ts';
import { type Hit, hitOwners, hitPackages, hitTests, impactScore } from './impact/roll-up.ts';
import { type SymbolImpact, symbolImpact } from './impact/symbol-impact.ts';
import { type PageParams, paginate } from './paginate.ts';

/** Parameters as they came may be one text in place of a list. */
const isSymbolLevel = ({ targets, level }: { readonly targets?: unknown; readonly level?: unknown }): boolean =>
  level === undefined ? [targets].flat().some((target) => String(target).includes('#')) : level === 'symbol';

/**
 * What hangs on some modules, packages or symbols: all that depends on them, near and far, put together by package, test and owner, with the shortest way
 * that explains each hit. `truncated: "depth"` says that there is more beyond the depth, `"size"` that the list goes on. O(nodes + edges of the project).
 */
export const impact = defineQuery({
  name: 'impact',
  summary: 'What hangs on modules, packages or symbols: who depends on them, which packages, tests and owners.',
  examples: [
    'introspect impact src/money.ts',
    'introspect impact src/cart.ts src/orders/order.ts --depth 3 --json',
    'introspect impact src/cart.ts#Cart.total',
    'introspect impact npm:zod --kinds static,require',
  ],
  params: impactParams,
  positional: ['targets'],
  result: impactResult,
  sections: ['strings', 'graph', 'diagnostics', 'project'],
  sectionsFor: (params) => (isSymbolLevel(params) ? ['symbols'] : []),
  run(context, params) {
    const { targets, depth, kinds } = params;
    if (targets.length === 0) throw new ConduitError('CONDUIT_BAD_PARAMS', 'parameter `targets` names nothing');
    const { graph, fingerprint } = context.image;
    const how = { limit: depth === 'all' ? UNLIMITED : depth, kinds };
    const bySymbols = isSymbolLevel(params) ? symbolImpact(context, targets, how) : null;
    const found = bySymbols ?? moduleImpact(context, targets, how);
    const { truncated, page, ...lists } = bySymbols
      ? pageOfSymbols(bySymbols, params, fingerprint)
      : pageOfModules(found, params, fingerprint);
    return {
      result: {
        targets: found.targets,
        ...lists,
        packages: hitPackages(graph, found.hits),
        tests: hitTests(context.image, found.hits).slice(0, MOST_UNPAGED),
        owners: ownersOfHits(context.image, found.hits),
        routes: 'not-analysed' as const,
        score: impactScore(found.hits, found.possible),
        ...(bySymbols ? { unresolved: bySymbols.unresolved } : {}),
      },
      ...(truncated ? { truncated } : found.isCut ? { truncated: 'depth' as const } : {}),
      ...(page ? { page } : {}),
    };
  },
});

/** By CODEOWNERS; a project without one, or with an empty one, says nothing of owners. */
function ownersOfHits({ graph, project }: QueryContext['image'], hits: readonly Hit[]): ImpactResult['owners'] {
  const { path, rules } = project.owners;
  return path === '' ? 'not-analysed' : hitOwners(graph, hits, codeOwners(rules));
}

/** Entries of a list that has no pages of its own. */
const MOST_UNPAGED = 10_000;

function pageOfModules({ hits, describe }: Impact, params: PageParams, fingerprint: string) {
  const { items, ...rest } = paginate(hits, params, fingerprint);
  return { modules: items.map(describe), ...rest };
}

/** The modules that the symbols stand in are few, and all in every page. */
function pageOfSymbols({ hits, describe, users, describeUser }: SymbolImpact, params: PageParams, fingerprint: string) {
  const { items, truncated, ...rest } = paginate(users, params, fingerprint);
  const isTooLong = truncated !== undefined || hits.length > MOST_UNPAGED;
  return {
    modules: hits.slice(0, MOST_UNPAGED).map(describe),
    symbols: items.map(describeUser),
    ...(isTooLong ? { truncated: 'size' as const } : {}),
    ...rest,
  };
}

/** Farther than any node. */
const UNLIMITED = 0xfffffffe;
