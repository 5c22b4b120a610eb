import { type Envelope, type ErrorEnvelope, isErrorEnvelope } from '../../../base/envelope.ts';
import type { UnusedResult } from '../../../queries/registry.ts';
import type { Session } from '../../../session/node/open.ts';

/** The most that an answer may have. */
const PAGE = 10_000;

export type Findings = Pick<UnusedResult, 'files' | 'exports' | 'dependencies'>;

/**
 * The findings of `unused` on all pages together; of one page alone where that is asked for.
 * @returns how many there are in all besides; an error as the query gave it, also of a page in the middle, when the project has changed meanwhile
 */
export async function allFindings(
  session: Session,
  given: Readonly<Record<string, unknown>>,
): Promise<ErrorEnvelope | { readonly findings: Findings; readonly read: number; readonly total: number }> {
  const pages: UnusedResult[] = [];
  const isOnePage = given.limit !== undefined || given.cursor !== undefined;
  let read = 0;
  for (let cursor: string | null = null; ; ) {
    const params: Record<string, unknown> = { limit: PAGE, ...given, ...(cursor !== null && { cursor }) };
    const { envelope }: { envelope: Envelope | ErrorEnvelope } = await session.run('unused', params);
    if (isErrorEnvelope(envelope)) return envelope;
    pages.push(envelope.result as UnusedResult);
    read += envelope.page?.returned ?? 0;
    cursor = envelope.page?.cursor ?? null;
    if (cursor !== null && !isOnePage) continue;
    const findings = {
      files: pages.flatMap(({ files }) => files),
      exports: pages.flatMap(({ exports }) => exports),
      dependencies: pages.flatMap(({ dependencies }) => dependencies),
    };
    return { findings, read, total: envelope.page?.total ?? read };
  }
}
