import { z } from 'zod';
import { USE_KINDS, useMask } from '../base/symbol-kinds.ts';
import { defineQuery } from './define.ts';
import { matchGlobs } from './match-globs.ts';
import { pageParams } from './paginate.ts';
import { resolveSymbol } from './symbols/resolve-symbol.ts';
import { siteAnswer, sitesResult, symbolParam, unresolvedUses } from './symbols/site-answer.ts';
import { bySite } from './symbols/use-sites.ts';
import { usesOf } from './symbols/uses-of.ts';

/**
 * Every place that refers to a symbol, imports and exports included. References to a member include those that are bound to members which it
 * overrides or which override it, labelled with them. O(references, sorted) after the symbol is found.
 */
export const refs = defineQuery({
  name: 'refs',
  summary: 'Every place that refers to a symbol.',
  examples: [
    'introspect refs src/cart.ts#Cart',
    'introspect refs Cart.total --kinds call,read',
    "introspect refs src/index.ts#Cart --module 'packages/*/test' --json",
  ],
  params: z.strictObject({
    symbol: symbolParam,
    kinds: z.array(z.enum(USE_KINDS)).default([]).describe('Only these kinds of use; all when none is given.'),
    module: z
      .array(z.string().min(1))
      .default([])
      .describe('Only in files that match; a folder stands for all that is in it. Globs of paths from the root.'),
    ...pageParams,
  }),
  positional: ['symbol'],
  result: sitesResult,
  sections: ['strings', 'graph', 'diagnostics', 'symbols'],
  run({ image }, params) {
    const { symbols } = image;
    const symbol = resolveSymbol(image, params.symbol);
    const isWanted = matchGlobs('module', params.module) ?? (() => true);
    const sites = usesOf(symbols, symbol, useMask(params.kinds))
      .filter(({ location }) => isWanted(location.path))
      .sort(bySite)
      .map((site) => ({ ...site, other: 'from' as const }));
    return siteAnswer(image, symbol, sites, params, unresolvedUses(symbols, symbol));
  },
});
