import { isErrorEnvelope } from '../../../src/base/envelope.ts';
import type { Location } from '../../../src/base/location.ts';
import type { QueryContext } from '../../../src/queries/define.ts';
import { runQuery } from '../../../src/session/core/run-query.ts';

interface Answer {
  readonly symbol: { readonly id: string };
  readonly sites: readonly { readonly location: Location }[];
  readonly unresolved: number;
}

export interface ImageReferences {
  readonly id: string;
  /** `path:line:column` */
  readonly places: readonly string[];
  readonly unresolved: number;
}

/** What our own query answers about a symbol; null when it knows none of that id. */
export function imageReferences(context: QueryContext, query: 'refs' | 'callers', id: string): ImageReferences | null {
  const envelope = runQuery(context, query, { id, limit: '100000' }, 'unchecked');
  if (isErrorEnvelope(envelope)) return null;
  const { symbol, sites, unresolved } = envelope.result as Answer;
  return {
    id: symbol.id,
    places: sites.map(({ location: { path, line, column } }) => `${path}:${line}:${column}`),
    unresolved,
  };
}
