import { z } from 'zod';
import { useMask } from '../base/symbol-kinds.ts';
import type { SymbolsReader } from '../image/reader.ts';
import { defineQuery } from './define.ts';
import { pageParams } from './paginate.ts';
import { resolveSymbol } from './symbols/resolve-symbol.ts';
import { type FoundSite, siteAnswer, sitesResult, symbolParam } from './symbols/site-answer.ts';
import { bySite, sitesInto } from './symbols/use-sites.ts';

const HERITAGE = useMask(['extends', 'implements']);
const OVERRIDE = useMask(['override']);

/**
 * What extends or implements a class or interface, directly or by way of others, each with the clause that says so; and of a member, the members that
 * override it, each with the place of its name. O(answer, sorted).
 */
export const implementations = defineQuery({
  name: 'implementations',
  summary: 'What implements or extends an interface or class, or overrides a member of it.',
  examples: [
    'introspect implementations src/storage.ts#Storage',
    'introspect implementations Storage.read --format json',
  ],
  params: z.strictObject({ symbol: symbolParam, ...pageParams }),
  positional: ['symbol'],
  result: sitesResult,
  sections: ['strings', 'graph', 'diagnostics', 'symbols'],
  run({ image }, params) {
    const { symbols } = image;
    const symbol = resolveSymbol(image, params.symbol);
    const sites: FoundSite[] = [];
    const reached = new Map([[symbol, 0]]);
    for (const [one, distance] of reached) {
      const depth = distance + 1;
      for (const site of [...sitesInto(symbols, one, HERITAGE), ...overriding(symbols, one)]) {
        sites.push({ ...site, other: 'from', depth });
        if (!reached.has(site.from)) reached.set(site.from, depth);
      }
    }
    return siteAnswer(image, symbol, sites.sort(bySite), params, null);
  },
});

/** Members that override this one. That is no place in a text: the place is where they are declared. */
function overriding(symbols: SymbolsReader, to: number) {
  const { offsets, targets, masks } = symbols.reverse;
  const found: Omit<FoundSite, 'other'>[] = [];
  for (let entry = offsets[to] ?? 0; entry < (offsets[to + 1] ?? 0); entry++) {
    const from = targets[entry] ?? 0;
    const [declaration] = symbols.declarationsOf(from);
    if (((masks[entry] ?? 0) & OVERRIDE) === 0 || !declaration) continue;
    found.push({ from, to, kind: 'override', location: declaration.name });
  }
  return found;
}
