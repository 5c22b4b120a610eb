import { resolve } from 'node:path';
import { ConduitError, errorEnvelope } from '../../../base/errors.ts';
import { plural, printable } from '../../../base/text.ts';
import { readConfiguration } from '../../../session/node/check/dependency-cruiser/read-configuration.ts';
import { translate } from '../../../session/node/check/dependency-cruiser/translate.ts';
import type { Invocation } from '../invocation.ts';
import { reportRefusal } from '../refusal.ts';

/**
 * Prints the rules of a configuration of dependency-cruiser as the part `check` of ours; nothing is written and nothing of it is run. What cannot be
 * translated is an error that lists it.
 * @param isPartial print what can be even then
 */
export async function importRules(file: string, isPartial: boolean, invocation: Invocation): Promise<number> {
  const { io } = invocation;
  try {
    const { check, problems, notes } = translate(readConfiguration(resolve(io.cwd, file)));
    if (problems.length === 0 || isPartial) io.stdout.write(`${JSON.stringify({ check }, null, 2)}\n`);
    for (const note of notes) io.stderr.write(`note: ${printable(note)}\n`);
    if (problems.length === 0) return 0;
    for (const problem of problems) io.stderr.write(`cannot be translated: ${printable(problem)}\n`);
    if (isPartial) return 0;
    throw new ConduitError(
      'CONDUIT_NOT_TRANSLATED',
      `${plural(problems.length, 'rule')} of ${file} cannot be translated`,
    );
  } catch (error) {
    return reportRefusal(errorEnvelope(error, 'check'), invocation, error);
  }
}
