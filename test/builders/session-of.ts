import { type Envelope, isErrorEnvelope } from '../../src/base/envelope.ts';
import { errorFromEnvelope } from '../../src/base/errors.ts';
import type { ImageRecords } from '../../src/facts/records.ts';
import type { DepsResult } from '../../src/queries/registry.ts';
import { runQuery } from '../../src/session/core/run-query.ts';
import type { Session } from '../../src/session/node/open.ts';
import { contextOf } from './context-of.ts';

/** A session over records: real answers, no files, no threads. */
export function sessionOf(records: ImageRecords): Session & { readonly closed: boolean } {
  const context = contextOf(records);
  let closed = false;
  return {
    root: '/shop',
    fingerprint: context.image.fingerprint,
    get closed() {
      return closed;
    },
    async run(name, params) {
      const before = context.kernels.calls;
      const envelope = runQuery(context, name, params, false);
      return { envelope, stats: { kernelCalls: context.kernels.calls - before, threadId: 0 } };
    },
    query: async (name, params) => runQuery(context, name, params, false),
    async deps(params) {
      const envelope = runQuery(context, 'deps', params as unknown as Record<string, unknown>, false);
      if (isErrorEnvelope(envelope)) throw errorFromEnvelope(envelope);
      return envelope as Envelope<DepsResult>;
    },
    refresh: async () => ({ rebuilt: false }),
    async close() {
      closed = true;
    },
  };
}
