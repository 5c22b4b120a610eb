import { ConduitError, errorEnvelope } from '../../../base/errors.ts';
import { plural, printable } from '../../../base/text.ts';
import type { Session } from '../../../session/node/open.ts';
import type { FailOnOptions } from '../fail-on.ts';
import { type Invocation, rootOf } from '../invocation.ts';
import { openForOne, withProgress } from '../open-session.ts';
import { reportRefusal } from '../refusal.ts';
import { writeChunks } from '../write-chunks.ts';
import { allFindings } from './all-findings.ts';

/** Beside the parameters of the query. */
export interface FixOptions extends FailOnOptions {
  readonly fix?: boolean;
  readonly dryRun?: boolean;
}

/** Prints a patch that takes out what `unused` finds, for `git apply`. Nothing is written. */
export async function fixUnused(
  given: Readonly<Record<string, unknown>>,
  { dryRun, failOn }: FixOptions,
  invocation: Invocation,
): Promise<number> {
  const { io, format } = invocation;
  let session: Session | undefined;
  try {
    if (dryRun !== true) {
      const way = 'look at `introspect unused --fix --dry-run`, then pipe it into `git apply`';
      throw new ConduitError('CONDUIT_BAD_USAGE', `a patch is printed and not applied: ${way}`);
    }
    if (format !== undefined) throw new ConduitError('CONDUIT_BAD_USAGE', 'a patch has no other format');
    if (failOn !== undefined) throw new ConduitError('CONDUIT_BAD_USAGE', 'a patch is no reason to fail: no --fail-on');
    const found = await withProgress(invocation, async (hooks) => {
      session = await openForOne(invocation, hooks);
      return allFindings(session, given);
    });
    if ('error' in found) return reportRefusal(found, invocation);
    const { makePatch } = await import('../../../session/node/fix/make-patch.ts');
    const { text, deleted, unexported, undeclared, left } = makePatch(rootOf(invocation), found.findings);
    await writeChunks(io.stdout, [text]);
    for (const { id, why } of left) io.stderr.write(`note: ${printable(id)} is left: it ${why}\n`);
    if (found.read < found.total) {
      io.stderr.write(`note: the patch is of ${found.read} of ${found.total} findings, as --limit and --cursor say\n`);
    }
    const parts = [
      plural(deleted, 'file'),
      plural(unexported, 'export'),
      plural(undeclared, 'dependency', 'dependencies'),
    ];
    io.stderr.write(
      `${invocation.colors.stderr.dim(`the patch takes out ${parts.join(', ')}; members, duplicates and what is misplaced are left`)}\n`,
    );
    return 0;
  } catch (error) {
    if (io.signal.aborted) throw error;
    return reportRefusal(errorEnvelope(error, 'unused', given), invocation, error);
  } finally {
    await session?.close();
  }
}
