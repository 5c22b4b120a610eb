import { type Envelope, isErrorEnvelope } from '../../../base/envelope.ts';
import { ConduitError, errorEnvelope, errorFromEnvelope } from '../../../base/errors.ts';
import type { AffectedResult } from '../../../queries/registry.ts';
import { type ChangesAsked, readChanges } from '../../../session/node/changes/read-changes.ts';
import type { DrawingOptions } from '../drawing-options.ts';
import { type Invocation, rootOf } from '../invocation.ts';
import { openForOne, withProgress } from '../open-session.ts';
import { reportRefusal } from '../refusal.ts';
import { summaryLine } from '../render/summary-line.ts';
import { writeChunks } from '../write-chunks.ts';
import { answerQuery } from './answer-query.ts';

interface AffectedOptions extends Pick<ChangesAsked, 'since' | 'base' | 'head'>, DrawingOptions {
  readonly byModules?: boolean;
  readonly print?: 'modules' | 'packages' | 'tests';
  readonly null?: boolean;
}

/** Asks git what changed, unless it is told, and answers what that affects. Without a revision: what is not committed. */
export async function answerAffected(
  given: Readonly<Record<string, unknown>>,
  invocation: Invocation,
  options: AffectedOptions,
): Promise<number> {
  const { io } = invocation;
  const { since, base, head, byModules, print } = options;
  try {
    const fromGit = given.changes === undefined;
    if (!fromGit && (since ?? base ?? head) !== undefined) {
      throw new ConduitError('CONDUIT_BAD_USAGE', 'changes are named with --changes, or read from git, not both');
    }
    if (since !== undefined && (base ?? head) !== undefined) {
      throw new ConduitError(
        'CONDUIT_BAD_USAGE',
        '--since is of the files as they are: it goes with neither --base nor --head',
      );
    }
    if (options.null && !print) throw new ConduitError('CONDUIT_BAD_USAGE', '--null goes with --print');
    const changes = fromGit
      ? await readChanges(rootOf(invocation), { since, base, head, bySymbols: !byModules, signal: io.signal })
      : given.changes;
    const params = { ...given, changes };
    return print
      ? await printNames(print, params, invocation, options)
      : answerQuery('affected', params, invocation, options);
  } catch (error) {
    if (io.signal.aborted) throw error;
    return reportRefusal(errorEnvelope(error, 'affected', given), invocation, error);
  }
}

/** Entries of a page: all names are printed, however many pages they take. */
const PAGE = 10_000;

async function printNames(
  what: 'modules' | 'packages' | 'tests',
  params: Readonly<Record<string, unknown>>,
  invocation: Invocation,
  options: AffectedOptions,
): Promise<number> {
  const { io, colors } = invocation;
  const names: string[] = [];
  let first: Envelope | undefined;
  const session = await withProgress(invocation, (hooks) => openForOne(invocation, hooks));
  try {
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const envelope = await session.query('affected', { ...params, limit: PAGE, ...(cursor ? { cursor } : {}) });
      if (isErrorEnvelope(envelope)) throw errorFromEnvelope(envelope);
      const result = envelope.result as AffectedResult;
      if (what === 'modules') names.push(...result.modules.map(({ id }) => id));
      else if (!first)
        names.push(...(what === 'tests' ? result.tests.map(({ id }) => id) : result.packages.map(({ name }) => name)));
      first ??= envelope;
      cursor = what === 'modules' ? (envelope.page?.cursor ?? null) : null;
    }
  } finally {
    await session.close();
  }
  await writeChunks(
    io.stdout,
    names.map((name) => `${name}${options.null ? '\0' : '\n'}`),
  );
  if (first) io.stderr.write(`${colors.stderr.dim(summaryLine(first))}\n`);
  return 0;
}
