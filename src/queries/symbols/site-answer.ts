import { z } from 'zod';
import { USE_KINDS } from '../../base/symbol-kinds.ts';
import type { ImageReader, SymbolsReader } from '../../image/reader.ts';
import type { QueryAnswer } from '../define.ts';
import { type PageParams, paginate } from '../paginate.ts';
import { locationSchema } from '../schemas.ts';
import type { UseSite } from './use-sites.ts';

export const symbolParam = z
  .string()
  .min(1)
  .describe(
    'An id such as `src/order.ts#Order.save`, the end of one, or a name that a module exports: `src/index.ts#Order`.',
  );

export const sitesResult = z.strictObject({
  symbol: z.string().describe('Id of the symbol that was asked about.'),
  sites: z
    .array(
      z.strictObject({
        symbol: z.string().describe('The symbol at the other end.'),
        of: z.string().describe('What that is bound to at this end: the symbol itself, or one that stands for it.'),
        kind: z.enum(USE_KINDS),
        location: locationSchema,
        depth: z.int().min(1).optional().describe('How many steps away, where steps are followed.'),
      }),
    )
    .describe('By path, then by place.'),
  unresolved: z
    .int()
    .min(0)
    .nullable()
    .describe(
      'How often its name is used on something of unknown type, or imported from what could not be read: any of these may be one more. Null where that is not counted.',
    ),
});

export type SitesResult = z.infer<typeof sitesResult>;

/** A site, which of its ends is the other one, and how far away it was found. */
export interface FoundSite extends UseSite {
  readonly other: 'from' | 'to';
  readonly depth?: number;
}

/** The answer of every query that lists places; the sites are in their order. */
export function siteAnswer(
  { symbols, fingerprint }: ImageReader,
  symbol: number,
  sites: readonly FoundSite[],
  page: PageParams,
  unresolved: number | null,
): QueryAnswer<SitesResult> {
  const { items, ...rest } = paginate(sites, page, fingerprint);
  return {
    result: {
      symbol: symbols.idOf(symbol),
      sites: items.map(({ other, from, to, kind, location, depth }) => ({
        symbol: symbols.idOf(other === 'from' ? from : to),
        of: symbols.idOf(other === 'from' ? to : from),
        kind,
        location,
        ...(depth === undefined ? {} : { depth }),
      })),
      unresolved,
    },
    ...rest,
  };
}

/** Uses of its name that nobody knows the meaning of; null for an external, whose name is counted only if a symbol of the project has it too. */
export function unresolvedUses(symbols: SymbolsReader, symbol: number): number | null {
  return symbol < symbols.projectEnd ? symbols.unknownUses(symbols.nameOf(symbol)) : null;
}
