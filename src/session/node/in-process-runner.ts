import { threadId } from 'node:worker_threads';
import { errorEnvelope } from '../../base/errors.ts';
import type { SectionName } from '../../image/sections.ts';
import { sectionsOf } from '../../queries/registry.ts';
import type { PoolTask } from '../core/pool-reader.ts';
import { runQuery } from '../core/run-query.ts';
import { loadInProcess } from './load-in-process.ts';
import type { Runner } from './runner.ts';

type Question = Pick<PoolTask, 'query' | 'params'>;

/**
 * Answers in this thread. Symbols are larger than all else in an image, and most questions are not about them: what a question takes is loaded when
 * it is first asked, and stays.
 * @param first the question that is known to come
 */
export function inProcessRunner(imagePath: string, first: Question = { query: 'deps', params: {} }): Runner {
  let path = imagePath;
  let sections: readonly SectionName[] = sectionsOf(first.query, first.params);
  let context = loadInProcess(path, sections);
  const loadFor = ({ query, params }: Question): void => {
    const missing = sectionsOf(query, params).filter((name) => !sections.includes(name));
    if (missing.length === 0) return;
    const more = [...sections, ...missing];
    context = loadInProcess(path, more);
    sections = more;
  };
  return {
    get fingerprint() {
      return context.image.fingerprint;
    },
    async run({ query, params, stale }) {
      try {
        loadFor({ query, params });
      } catch (error) {
        return { envelope: errorEnvelope(error, query, params), stats: { kernelCalls: 0, threadId } };
      }
      const before = context.kernels.calls;
      const envelope = runQuery(context, query, params, stale);
      return { envelope, stats: { kernelCalls: context.kernels.calls - before, threadId } };
    },
    async replace(replacement) {
      path = replacement;
      context = loadInProcess(path, sections);
    },
    async close() {},
  };
}
