import type { OpenOptions, Session } from '../../session/node/open.ts';
import { type Invocation, imageDirectoryOf, rootOf } from './invocation.ts';
import { reportProgress } from './progress.ts';

/**
 * Opens the project that a command is about, and tells of a build while it lasts.
 * @throws ConduitError as `open` does
 */
export async function openSession(invocation: Invocation, how: Pick<OpenOptions, 'pool'> = {}): Promise<Session> {
  const progress = reportProgress(invocation);
  try {
    return await invocation.services.open({
      root: rootOf(invocation),
      refresh: invocation.options.refresh ? 'auto' : 'never',
      imageDirectory: imageDirectoryOf(invocation),
      onProgress: progress.onProgress,
      onNotice: progress.onNotice,
      signal: invocation.io.signal,
      ...how,
    });
  } finally {
    progress.stop();
  }
}
