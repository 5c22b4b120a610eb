import type { RefreshHooks } from '../../session/node/ensure-image.ts';
import type { OpenOptions, Session } from '../../session/node/open.ts';
import { type Invocation, imageDirectoryOf, rootOf } from './invocation.ts';
import { reportProgress } from './progress.ts';

/**
 * Opens the project that a command is about, for many questions, and tells of a build while it lasts.
 * @throws ConduitError as `open` does
 */
export async function openSession(invocation: Invocation): Promise<Session> {
  return withProgress(invocation, (hooks) => open(invocation, { ...hooks, refresh: 'auto', pool: {} }));
}

/** Opens the project for one question: what the answer does not rest on is not looked at. @throws ConduitError as `open` does */
export function openForOne(invocation: Invocation, hooks: RefreshHooks): Promise<Session> {
  return open(invocation, { ...hooks, refresh: 'lazy' });
}

/** Does something that may take a build, and tells of it while it lasts. */
export async function withProgress<Result>(
  invocation: Invocation,
  work: (hooks: RefreshHooks) => Promise<Result>,
): Promise<Result> {
  const { onProgress, onNotice, stop } = reportProgress(invocation);
  try {
    return await work({ onProgress, onNotice, signal: invocation.io.signal });
  } finally {
    stop();
  }
}

function open(invocation: Invocation, how: OpenOptions): Promise<Session> {
  const { services, options } = invocation;
  const refresh = options.refresh ? how.refresh : 'never';
  return services.open({ root: rootOf(invocation), imageDirectory: imageDirectoryOf(invocation), ...how, refresh });
}
