import { resolve } from 'node:path';
import { type Envelope, isErrorEnvelope } from '../../../base/envelope.ts';
import { errorEnvelope, errorFromEnvelope } from '../../../base/errors.ts';
import { plural, printable } from '../../../base/text.ts';
import type { CheckResult } from '../../../queries/registry.ts';
import { writeBaseline } from '../../../session/node/check/baseline-file.ts';
import type { Session } from '../../../session/node/open.ts';
import type { CheckOptions } from '../check-command.ts';
import type { Invocation } from '../invocation.ts';
import { openForOne, withProgress } from '../open-session.ts';
import { reportRefusal } from '../refusal.ts';
import { renderCheck } from '../render/check/render-check.ts';
import { writeChunks } from '../write-chunks.ts';
import { readCheckParams } from './check-params.ts';

/**
 * Checks the project's rules: reads the baseline, asks git what changed, asks the query, and writes the baseline if told to.
 * @returns 1 when something is found that the baseline does not know, of a severity to fail on
 */
export async function checkRules(
  given: Readonly<Record<string, unknown>>,
  invocation: Invocation,
  options: CheckOptions,
): Promise<number> {
  let session: Session | undefined;
  try {
    const params = await readCheckParams(given, invocation, options);
    const envelope = await withProgress(invocation, async (hooks) => {
      session = await openForOne(invocation, hooks);
      return allPages(session, params, given);
    });
    const result = envelope.result as CheckResult;
    if (options.baseline !== undefined && options.updateBaseline) return update(invocation, options.baseline, result);
    await writeChunks(invocation.io.stdout, await renderCheck(envelope, invocation));
    noteOddities(invocation, result);
    return exitOf(result, options.failOn);
  } catch (error) {
    if (invocation.io.signal.aborted) throw error;
    return reportRefusal(errorEnvelope(error, 'check', given), invocation, error);
  } finally {
    await session?.close();
  }
}

const LARGEST_PAGE = 10_000;

/** All findings in one envelope, unless a part of them was asked for. @throws ConduitError as the query does */
async function allPages(
  session: Session,
  params: Readonly<Record<string, unknown>>,
  given: Readonly<Record<string, unknown>>,
): Promise<Envelope> {
  const ask = async (more: Readonly<Record<string, unknown>>): Promise<Envelope> => {
    const answer = await session.query('check', { ...params, ...more });
    if (isErrorEnvelope(answer)) throw errorFromEnvelope(answer);
    return answer;
  };
  if ('limit' in given || 'cursor' in given) return ask({});
  const first = await ask({ limit: LARGEST_PAGE });
  const { findings, ...rest } = first.result as CheckResult;
  const all = [...findings];
  for (let cursor = first.page?.cursor; cursor; ) {
    const { result, page } = await ask({ limit: LARGEST_PAGE, cursor });
    all.push(...(result as CheckResult).findings);
    cursor = page?.cursor;
  }
  const { truncated: _, page: __, ...envelope } = first;
  const { verdict, counts, ...others } = rest;
  return { ...envelope, params, result: { verdict, counts, findings: all, ...others } };
}

function update({ io }: Invocation, baseline: string, { findings }: CheckResult): number {
  const count = writeBaseline(resolve(io.cwd, baseline), findings);
  io.stderr.write(`wrote ${plural(count, 'known finding')} to ${printable(baseline)}\n`);
  return 0;
}

/** What is odd about the rules or the baseline: said in every format, since it is no finding. */
function noteOddities({ io }: Invocation, { notes, gone }: CheckResult): void {
  for (const { rule, message } of notes) io.stderr.write(`note: rule ${printable(rule)}: ${printable(message)}\n`);
  if (gone.length === 0) return;
  io.stderr.write(`note: ${plural(gone.length, 'finding')} of the baseline gone: --update-baseline takes them out\n`);
}

/** Highest first. */
const SEVERITIES = ['error', 'warning', 'note'] as const;

function exitOf({ counts, verdict }: CheckResult, failOn: CheckOptions['failOn']): 0 | 1 {
  if (failOn === 'never') return 0;
  const fatal = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  return verdict === 'unknown' || fatal.some((severity) => counts[severity] > 0) ? 1 : 0;
}
