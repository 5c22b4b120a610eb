import { isErrorEnvelope } from '../../../src/base/envelope.ts';
import type { Location } from '../../../src/base/location.ts';
import type { QueryContext } from '../../../src/queries/define.ts';
import { runQuery } from '../../../src/session/core/run-query.ts';

interface Answer {
  readonly symbol: string;
  readonly sites: readonly { readonly location: Location }[];
  readonly unresolved: number;
}

export interface ImageReferences {
  readonly id: string;
  /** `path:line:column` */
  readonly places: readonly string[];
  readonly unresolved: number;
}

/** The most that one page has; more than any symbol of the corpora has. */
const MOST_SITES = 10_000;

/** What our own query answers about a symbol. */
export function imageReferences(context: QueryContext, query: 'refs' | 'callers', id: string): ImageReferences {
  const envelope = runQuery(context, query, { symbol: id, limit: MOST_SITES }, 'unchecked');
  if (isErrorEnvelope(envelope)) throw new Error(`${id}: ${envelope.error.message}`);
  const { symbol, sites, unresolved } = envelope.result as Answer;
  return {
    id: symbol,
    places: sites.map(({ location: { path, line, column } }) => `${path}:${line}:${column}`),
    unresolved,
  };
}
