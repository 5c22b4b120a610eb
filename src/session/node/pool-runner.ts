import { errorEnvelope } from '../../base/errors.ts';
import { queriedSections } from '../../queries/registry.ts';
import { openImageFile } from './image-file.ts';
import { createQueryPool } from './query-pool.ts';
import type { Runner } from './runner.ts';

/** Answers in worker threads over shared memory. */
export function poolRunner(imagePath: string, workers: number): Runner {
  const sections = queriedSections();
  const load = <Result>(path: string, use: (source: ReturnType<typeof openImageFile>) => Result): Result => {
    const source = openImageFile(path);
    try {
      return use(source);
    } finally {
      source.close();
    }
  };
  let fingerprint = '';
  let pool = load(imagePath, (source) => {
    fingerprint = source.header.fingerprint;
    return createQueryPool(source, sections, workers);
  });

  return {
    get fingerprint() {
      return fingerprint;
    },
    async run(task) {
      try {
        const { envelope, kernelCalls, threadId } = await pool.run(task);
        return { envelope, stats: { kernelCalls, threadId } };
      } catch (error) {
        // A worker that died: the query fails with a code, the pool has already started another.
        return { envelope: errorEnvelope(error, task.query, task.params), stats: { kernelCalls: 0, threadId: 0 } };
      }
    },
    async replace(path) {
      const source = openImageFile(path);
      try {
        if (!(await pool.publish(source))) {
          const old = pool;
          pool = createQueryPool(source, sections, workers);
          fingerprint = source.header.fingerprint;
          await old.close();
        }
        fingerprint = source.header.fingerprint;
      } finally {
        source.close();
      }
    },
    close: () => pool.close(),
  };
}
