import { z } from 'zod';
import type { ImageReader } from '../../image/reader.ts';
import type { QueryAnswer } from '../define.ts';
import { type PageParams, pageParams } from '../paginate.ts';
import { callsIn, callsOf, followCalls, withMembers } from './call-steps.ts';
import { resolveSymbol } from './resolve-symbol.ts';
import { type SitesResult, siteAnswer, symbolParam, unresolvedUses } from './site-answer.ts';
import { bySite } from './use-sites.ts';

export const callParams = z.strictObject({
  symbol: symbolParam,
  depth: z
    .union([z.int().min(1), z.literal('all')])
    .default(1)
    .describe('How many calls away at most, or `all`.'),
  ...pageParams,
});

interface CallParams extends PageParams {
  readonly symbol: string;
  readonly depth: number | 'all';
}

/** Who calls a symbol, or what it calls, to some depth. */
export function answerCalls(
  image: ImageReader,
  params: CallParams,
  direction: 'callers' | 'callees',
): QueryAnswer<SitesResult> {
  const { symbols } = image;
  const symbol = resolveSymbol(image, params.symbol);
  const depth = params.depth === 'all' ? Number.POSITIVE_INFINITY : params.depth;
  const { sites, isCut } =
    direction === 'callers'
      ? followCalls([symbol], 'from', depth, (one) => callsOf(symbols, one))
      : followCalls(withMembers(symbols, symbol), 'to', depth, (one) => callsIn(symbols, one));
  // What is called on something unknown is counted by name and not by caller.
  const unresolved = direction === 'callers' ? unresolvedUses(symbols, symbol) : null;
  const answer = siteAnswer(image, symbol, sites.sort(bySite), params, unresolved);
  return isCut && !answer.truncated ? { ...answer, truncated: 'depth' } : answer;
}
