import { isErrorEnvelope } from '../../../base/envelope.ts';
import { errorEnvelope } from '../../../base/errors.ts';
import { keepCompiledCode } from '../../../base/keep-code.ts';
import { checkParams } from '../../../base/param-spec.ts';
import { plural, printable } from '../../../base/text.ts';
import { PARAMS } from '../../../queries/generated/params.ts';
import type { Session } from '../../../session/node/open.ts';
import { type DrawingOptions, maxNodesOf } from '../drawing-options.ts';
import { checkFailOn, type FailOnOptions, failureOf } from '../fail-on.ts';
import { DATA_FORMATS, type Invocation, rootOf } from '../invocation.ts';
import { openForOne, withProgress } from '../open-session.ts';
import { reportRefusal } from '../refusal.ts';
import { renderAnswer } from '../render/render-answer.ts';
import { summaryLine } from '../render/summary-line.ts';
import { targetFrom } from '../target-path.ts';
import { writeChunks } from '../write-chunks.ts';

/** Answers one query of the registry and prints the answer. Builds or refreshes the image first, unless told not to. */
export async function answerQuery(
  query: string,
  given: Readonly<Record<string, unknown>>,
  invocation: Invocation,
  own: DrawingOptions & FailOnOptions = {},
): Promise<number> {
  const { io } = invocation;
  let session: Session | undefined;
  try {
    // Not `performance`, whose module a process loads when it is first used.
    const started = process.hrtime.bigint();
    const root = rootOf(invocation);
    // Before the image: nobody should wait for a build to be told of a slip.
    const params = checkParams(PARAMS[query] ?? [], withPaths(given, io.cwd, root));
    checkFailOn(query, params, own);
    const { envelope, stats } = await withProgress(invocation, async (hooks) => {
      session = await openForOne(invocation, hooks);
      return session.run(query, params);
    });
    const answered = process.hrtime.bigint();
    if (isErrorEnvelope(envelope)) return reportRefusal(envelope, invocation);
    const { format, colors } = invocation;
    const rendering = await renderAnswer(envelope, { format, colors: colors.stdout, maxNodes: maxNodesOf(own) });
    await writeChunks(io.stdout, rendering.chunks);
    for (const note of rendering.notes) io.stderr.write(`note: ${printable(note)}\n`);
    if (!DATA_FORMATS.has(format)) io.stderr.write(`${colors.stderr.dim(summaryLine(envelope))}\n`);
    if (invocation.options.stats) {
      const times = `answer ${ms(answered - started)}, print ${ms(process.hrtime.bigint() - answered)}`;
      const how = `${plural(stats.kernelCalls, 'kernel call')} on thread ${stats.threadId}`;
      io.stderr.write(`stats: ${times}; ${how}; image ${envelope.asOf.fingerprint}\n`);
    }
    keepCompiledCode(true);
    const failure = failureOf(envelope, own);
    if (failure !== null) io.stderr.write(`${colors.stderr.red(printable(failure))}\n`);
    return failure === null ? 0 : 1;
  } catch (error) {
    if (io.signal.aborted) throw error;
    return reportRefusal(errorEnvelope(error, query, given), invocation, error);
  } finally {
    await session?.close();
  }
}

/** Targets may be paths of the folder that the user is in. */
function withPaths(given: Readonly<Record<string, unknown>>, cwd: string, root: string): Record<string, unknown> {
  const params = { ...given };
  for (const name of ['target', 'focus', 'symbol', 'from', 'to']) {
    const value = params[name];
    if (typeof value === 'string') params[name] = targetFrom(cwd, root, value);
  }
  const { targets } = params;
  if (Array.isArray(targets)) params.targets = targets.map((target) => targetFrom(cwd, root, String(target)));
  return params;
}

const ms = (nanoseconds: bigint): string => `${(Number(nanoseconds) / 1e6).toFixed(1)} ms`;
