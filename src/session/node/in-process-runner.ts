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
      const kernelCalls = context.kernels.calls - before;
      return {
        envelope,
        stats: {
          kernelCalls,
          // Rarely asked for, and the module is not loaded for anything else.
          get threadId() {
            return process.getBuiltinModule('node:worker_threads').threadId;
          },
        },
      };
    },
    async replace(path) {
      context = loadInProcess(path);
    },
    async close() {},
  };
}
