/** Piscina entry: answers queries from the image in shared memory. */
import { threadId, workerData } from 'node:worker_threads';
import {
  createPoolReader,
  type PoolAnswer,
  type PoolTask,
  type PoolWorkerData,
} from '../src/session/core/pool-reader.ts';

const answer = createPoolReader(workerData as PoolWorkerData, threadId);

export default function query(task: PoolTask): PoolAnswer & { threadId: number } {
  return { ...answer(task), threadId };
}
