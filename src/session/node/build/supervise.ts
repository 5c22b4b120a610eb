import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConduitError, errorFromEnvelope } from '../../../base/errors.ts';
import { createNotes, type InFlight, readNotes } from '../in-flight-notes.ts';
import { resolvePackageFile } from '../package-files.ts';
import type { BuildProgress, BuildRequest, BuildSummary, ChildMessage } from './messages.ts';

/** How one child ended. */
export type ChildOutcome =
  | { readonly type: 'done'; readonly summary: Omit<BuildSummary, 'restarts'> }
  /** The process is gone; these files were being parsed. */
  | { readonly type: 'died'; readonly inFlight: readonly string[]; readonly how: string }
  /** Killed by us: these files had been parsed for longer than allowed. */
  | { readonly type: 'hung'; readonly files: readonly string[] };

export interface SuperviseOptions {
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs one build in a child process and watches it. What SWC cannot survive (a native stack overflow, an endless
 * parse) ends the child, never us.
 * @throws ConduitError what the child refused with; CONDUIT_BUILD_FAILED when it was aborted or could not start
 */
export async function superviseBuild(request: BuildRequest, options: SuperviseOptions): Promise<ChildOutcome> {
  const notes = join(request.scratch, 'in-flight');
  createNotes(notes, request.workers);
  const child = fork(resolvePackageFile('#workers/build.js'), {
    // The parser's native backtraces go to standard error: keep them out of ours.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    execArgv: [],
  });
  let paths: readonly string[] = [];
  let hung: string[] = [];
  const named = (inFlight: readonly InFlight[]) => inFlight.flatMap(({ file }) => paths[file] ?? []);

  const watchdog = setInterval(() => {
    const overdue = overdueFiles(notes, request);
    if (overdue.length === 0) return;
    hung = named(overdue);
    child.kill('SIGKILL');
  }, 500);
  const abort = () => child.kill('SIGKILL');
  options.signal?.addEventListener('abort', abort, { once: true });

  try {
    const end = await childEnd(child, request, (message) => {
      if (message.type === 'progress') options.onProgress?.(message.progress);
      if (message.type === 'parsing') paths = message.paths;
    });
    if (options.signal?.aborted) throw new ConduitError('CONDUIT_BUILD_FAILED', 'the build was interrupted');
    if (typeof end !== 'string' && end.type === 'refused') throw errorFromEnvelope(end.error);
    if (typeof end !== 'string') return { type: 'done', summary: end.summary };
    if (hung.length > 0) return { type: 'hung', files: hung };
    return { type: 'died', inFlight: named(readNotes(notes, request.workers)), how: end };
  } finally {
    clearInterval(watchdog);
    options.signal?.removeEventListener('abort', abort);
  }
}

function overdueFiles(notes: string, request: BuildRequest): InFlight[] {
  if (!existsSync(notes)) return [];
  const limit = Date.now() - request.config.hangSeconds * 1000;
  return readNotes(notes, request.workers).filter(({ startedMs }) => startedMs < limit);
}

type LastWord = Extract<ChildMessage, { type: 'done' | 'refused' }>;

/** The child's last word, or, in words, how it died without one. */
function childEnd(
  child: ChildProcess,
  request: BuildRequest,
  onMessage: (message: ChildMessage) => void,
): Promise<LastWord | string> {
  return new Promise((resolve, reject) => {
    let last: LastWord | undefined;
    child.on('message', (message: ChildMessage) => {
      if (message.type === 'done' || message.type === 'refused') last = message;
      else onMessage(message);
    });
    child.on('error', (error) =>
      reject(new ConduitError('CONDUIT_BUILD_FAILED', `the build process: ${error.message}`)),
    );
    // `close` comes after the channel is drained, `exit` may come before the last message.
    child.on('close', (code, signal) => resolve(last ?? (signal ? `signal ${signal}` : `exit code ${code}`)));
    child.send(request, (error) => {
      if (error) child.kill('SIGKILL');
    });
  });
}
