import { closest } from '../../base/closest.ts';
import type { AsOf, Envelope, ErrorEnvelope } from '../../base/envelope.ts';
import { ConduitError, errorEnvelope } from '../../base/errors.ts';
import { checkParams } from '../../base/param-spec.ts';
import type { QueryContext } from '../../queries/define.ts';
import { PARAMS } from '../../queries/generated/params.ts';
import { findQuery, registry } from '../../queries/registry.ts';

/**
 * Runs a query on an open image. Never throws: what goes wrong comes back as an error envelope. The same image and
 * parameters give the same envelope, apart from `stale`, which only the caller can know.
 */
export function runQuery(
  context: QueryContext,
  name: string,
  given: Readonly<Record<string, unknown>>,
  stale: AsOf['stale'],
): Envelope | ErrorEnvelope {
  let params = given;
  try {
    const query = findQuery(name);
    if (!query) {
      const candidates = closest(name, registry.map((known) => known.name));
      throw new ConduitError('CONDUIT_UNKNOWN_QUERY', `there is no query \`${name}\``, candidates);
    }
    params = checkParams(PARAMS[name] ?? [], given);
    const { result, truncated } = query.run(context, params);
    return {
      schema: 1,
      query: name,
      params,
      asOf: { fingerprint: context.image.fingerprint, stale },
      coverage: context.image.diagnostics.coverage,
      result,
      ...(truncated ? { truncated } : {}),
    };
  } catch (error) {
    return errorEnvelope(error, name, params);
  }
}
