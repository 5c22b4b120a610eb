import { type Command, Option } from 'commander';
import type { Envelope } from '../../base/envelope.ts';
import { findQuery } from '../../queries/registry.ts';

export interface FailOnOptions {
  readonly failOn?: string;
}

/** The option by which a query's findings become the exit code. */
export function addFailOn(command: Command, query: string): void {
  const failOn = findQuery(query)?.failOn;
  if (!failOn) return;
  command.addOption(new Option(`--fail-on <what>`, failOn.summary).choices(failOn.values));
}

/** Why the exit code is to be 1; null when it is not. */
export function failureOf({ query, params, result }: Envelope, { failOn }: FailOnOptions): string | null {
  if (failOn === undefined) return null;
  return findQuery(query)?.failOn?.reason(result as never, failOn, params as never) ?? null;
}
