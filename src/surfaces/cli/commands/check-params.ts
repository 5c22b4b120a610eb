import { resolve } from 'node:path';
import { ConduitError } from '../../../base/errors.ts';
import { checkParams } from '../../../base/param-spec.ts';
import { PARAMS } from '../../../queries/generated/params.ts';
import { changedPaths } from '../../../session/node/changes/changed-paths.ts';
import { readBaseline } from '../../../session/node/check/baseline-file.ts';
import type { CheckOptions } from '../check-command.ts';
import { type Invocation, rootOf } from '../invocation.ts';

/**
 * The parameters of the query `check`: those that were given, and what the baseline and git say.
 * @throws ConduitError CONDUIT_BAD_USAGE, CONDUIT_BAD_BASELINE, CONDUIT_NO_REPOSITORY, CONDUIT_UNKNOWN_REVISION, CONDUIT_SHALLOW_CLONE, CONDUIT_BAD_PARAMS
 */
export async function readCheckParams(
  given: Readonly<Record<string, unknown>>,
  invocation: Invocation,
  options: CheckOptions,
): Promise<Record<string, unknown>> {
  refuseMixtures(given, options);
  const { baseline, updateBaseline, changed } = options;
  const known = baseline === undefined || updateBaseline ? [] : readBaseline(resolve(invocation.io.cwd, baseline));
  const params: Record<string, unknown> = { ...given };
  if (known.length > 0) params.baseline = known.map(({ fingerprint, count }) => `${fingerprint}:${count}`);
  if (changed !== undefined) {
    const files = await changedPaths(rootOf(invocation), changed === true ? undefined : changed);
    // No text at all would be no parameter; no file has an empty name.
    params.changed = files.join('\n') || '\n';
  }
  return checkParams(PARAMS.check ?? [], params);
}

function refuseMixtures(given: Readonly<Record<string, unknown>>, { baseline, updateBaseline, changed }: CheckOptions) {
  if (!updateBaseline) return;
  const refuse = (what: string): never => {
    throw new ConduitError('CONDUIT_BAD_USAGE', what);
  };
  if (baseline === undefined) refuse('--update-baseline needs --baseline <file>');
  const parts = [...Object.keys(given), ...(changed === undefined ? [] : ['changed'])];
  if (parts.length > 0) refuse(`a baseline holds all findings: --update-baseline goes without --${parts[0]}`);
}
