import { closest } from '../../base/closest.ts';
import type { AsOf, Envelope, ErrorEnvelope } from '../../base/envelope.ts';
import { ConduitError, errorEnvelope } from '../../base/errors.ts';
import { checkParams } from '../../base/param-spec.ts';
import type { QueryContext } from '../../queries/define.ts';
import { PARAMS } from '../../queries/generated/params.ts';
import { findQuery, QUERIES } from '../../queries/registry.ts';

/**
 * Answers a query: checks the parameters, fills in defaults, runs it, and puts the result into the envelope. Never
 * throws: what goes wrong comes back as an error envelope. The same image and parameters give the same answer, key
 * order included.
 * @param given as they came from a surface: text, or values of the right type
 * @param stale what the caller knows of the sources: nothing here looks at them
 */
export function runQuery(
  context: QueryContext,
  name: string,
  given: Readonly<Record<string, unknown>>,
  stale: AsOf['stale'],
): Envelope | ErrorEnvelope {
  const definition = findQuery(name);
  const specs = PARAMS[name];
  if (!definition || !specs) return errorEnvelope(unknownQuery(name), name, given);
  try {
    const params = checkParams(specs, given);
    // Checked against the specs that are generated from the very schema: the types hold.
    const { result, truncated, page } = definition.run(context, params as never);
    return {
      schema: 1,
      query: name,
      params,
      asOf: { fingerprint: context.image.fingerprint, stale },
      coverage: context.image.diagnostics.coverage,
      result,
      ...(truncated ? { truncated } : {}),
      ...(page ? { page } : {}),
    };
  } catch (error) {
    return errorEnvelope(error, name, given);
  }
}

/** The refusal of a query that there is none of, with those that it may have meant. */
export function unknownQuery(name: string): ConduitError {
  const candidates = closest(
    name,
    QUERIES.map((query) => query.name),
  );
  return new ConduitError('CONDUIT_UNKNOWN_QUERY', `there is no query \`${name.slice(0, 80)}\``, candidates);
}
