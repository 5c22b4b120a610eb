import { threadId } from 'node:worker_threads';
import { runQuery } from '../core/run-query.ts';
import { loadInProcess } from './load-in-process.ts';
import type { Runner } from './runner.ts';

/** Answers in this thread. */
export function inProcessRunner(imagePath: string): Runner {
  let context = loadInProcess(imagePath);
  return {
    get fingerprint() {
      return context.image.fingerprint;
    },
    async run({ query, params, stale }) {
      const before = context.kernels.calls;
      const envelope = runQuery(context, query, params, stale);
      return { envelope, stats: { kernelCalls: context.kernels.calls - before, threadId } };
    },
    async replace(path) {
      context = loadInProcess(path);
    },
    async close() {},
  };
}
