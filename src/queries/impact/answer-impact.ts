import { ConduitError } from '../../base/errors.ts';
import { codeOwners } from '../code-owners.ts';
import type { QueryAnswer, QueryContext } from '../define.ts';
import { type PageParams, paginate } from '../paginate.ts';
import type { ImpactParams, ImpactResult } from './impact-schemas.ts';
import { isSymbolLevel } from './is-symbol-level.ts';
import { type Impact, moduleImpact } from './module-impact.ts';
import { type Hit, hitOwners, hitPackages, hitTests, impactScore } from './roll-up.ts';
import { type SymbolImpact, symbolImpact } from './symbol-impact.ts';

/** The answer of the query; apart from its definition, because only who asks it needs it. */
export function answerImpact(context: QueryContext, params: ImpactParams): QueryAnswer<ImpactResult> {
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
}

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
