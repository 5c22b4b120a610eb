import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Envelope } from '../../base/envelope.ts';
import { ConduitError } from '../../base/errors.ts';
import { findQuery } from '../../queries/registry.ts';

export interface FailOnOptions {
  readonly failOn?: string;
}

/** The option by which a query's findings become the exit code. */
export function addFailOn(command: Command, query: string): void {
  const failOn = findQuery(query)?.failOn;
  if (!failOn) return;
  const { values, isList, summary } = failOn;
  if (!isList) command.addOption(new Option('--fail-on <what>', summary).choices(values));
  else {
    const words = `${summary} Repeated, or with commas. Any of ${values.join(', ')}.`;
    command.addOption(new Option('--fail-on <list>', words).argParser((text, before) => joined(text, values, before)));
  }
}

function joined(text: string, values: readonly string[], before: unknown): string {
  const words = text.split(',');
  if (!words.every((word) => values.includes(word))) {
    throw new InvalidArgumentError(`Allowed choices are ${values.join(', ')}.`);
  }
  return [...(typeof before === 'string' ? [before] : []), ...words].join(',');
}

/**
 * Before anything is read: nobody should wait for an answer that cannot tell.
 * @throws ConduitError CONDUIT_BAD_USAGE
 */
export function checkFailOn(query: string, params: Readonly<Record<string, unknown>>, { failOn }: FailOnOptions): void {
  const refusal = failOn === undefined ? null : findQuery(query)?.failOn?.refusal?.(failOn, params as never);
  if (refusal) throw new ConduitError('CONDUIT_BAD_USAGE', refusal);
}

/** Why the exit code is to be 1; null when it is not. */
export function failureOf({ query, params, result }: Envelope, { failOn }: FailOnOptions): string | null {
  if (failOn === undefined) return null;
  return findQuery(query)?.failOn?.reason(result as never, failOn, params as never) ?? null;
}
