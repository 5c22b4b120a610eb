import type { PoolAnswer, PoolTask } from '../core/pool-reader.ts';

/** What answers a session's queries: this thread or a pool of them. */
export interface Runner {
  readonly fingerprint: string;
  run(task: PoolTask): Promise<{ envelope: PoolAnswer['envelope']; stats: { kernelCalls: number; threadId: number } }>;
  /** From now on answers come from the image in that file; queries under way end on the old one. */
  replace(imagePath: string): Promise<void>;
  close(): Promise<void>;
}
