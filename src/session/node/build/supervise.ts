import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConduitError, errorFromEnvelope } from '../../../base/errors.ts';
import { createNotes, type InFlight, readNotes } from '../in-flight-notes.ts';
import { startBuildProcess } from './build-process.ts';
import type { BuildProgress, BuildRequest, BuildSummary, ChildMessage } from './messages.ts';
import { watchForHangs } from './watch-for-hangs.ts';

/** How one child ended. */
export type ChildOutcome =
  | { readonly type: 'done'; readonly summary: Omit<BuildSummary, 'restarts'> }
  /** The process is gone; these files were being parsed. `killed`: from outside, by a signal that no crash raises. */
  | { readonly type: 'died'; readonly inFlight: readonly string[]; readonly how: string; readonly killed: boolean }
  /** Killed by us: these files had been parsed for longer than allowed. */
  | { readonly type: 'hung'; readonly files: readonly string[] };

export interface SuperviseOptions {
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

const WATCH_MS = 500;

/** Someone wants the build to end. Ctrl-C reaches the child too, and perhaps before us. */
const INTERRUPTING: ReadonlySet<string> = new Set(['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs one build in a child process and watches it. What SWC cannot survive (a native stack overflow, an endless
 * parse) ends the child, never us.
 * @throws ConduitError what the child refused with; CONDUIT_BUILD_FAILED when it was aborted or could not start
 */
export async function superviseBuild(request: BuildRequest, options: SuperviseOptions): Promise<ChildOutcome> {
  if (options.signal?.aborted) throw interrupted();
  const notes = join(request.scratch, 'in-flight');
  createNotes(notes, request.workers);
  const child = startBuildProcess();
  const paths: string[] = [];
  let hung: string[] = [];
  const named = (inFlight: readonly InFlight[]) => inFlight.flatMap(({ file }) => paths[file] ?? []);
  // The folder is a cache, which anybody may delete at any time.
  const inFlight = () => (existsSync(notes) ? readNotes(notes, request.workers) : []);

  const overdueOf = watchForHangs(WATCH_MS, request.config.hangSeconds * 1000);
  const watchdog = setInterval(() => {
    const overdue = overdueOf(inFlight());
    if (overdue.length === 0) return;
    hung = named(overdue);
    child.kill('SIGKILL');
  }, WATCH_MS);
  const abort = () => child.kill('SIGKILL');
  options.signal?.addEventListener('abort', abort, { once: true });

  try {
    const end = await childEnd(child, request, (message) => {
      if (message.type === 'progress') options.onProgress?.(message.progress);
      if (message.type === 'parsing') paths.push(...message.paths);
    });
    // Done is done: the image is in its place, whoever changed their mind since.
    if (end.type === 'done') return end;
    if (end.type === 'refused') throw errorFromEnvelope(end.error);
    if (options.signal?.aborted || INTERRUPTING.has(end.how)) throw interrupted();
    if (hung.length > 0) return { type: 'hung', files: hung };
    return { type: 'died', inFlight: named(inFlight()), how: end.how, killed: end.how === 'SIGKILL' };
  } finally {
    clearInterval(watchdog);
    options.signal?.removeEventListener('abort', abort);
  }
}

const interrupted = () => new ConduitError('CONDUIT_BUILD_FAILED', 'the build was interrupted');

/** The child's last word, or how it went without one: the signal's name, or the exit code in words. */
type ChildEnd = Extract<ChildMessage, { type: 'done' | 'refused' }> | { readonly type: 'gone'; readonly how: string };

function childEnd(
  child: ChildProcess,
  request: BuildRequest,
  onMessage: (message: ChildMessage) => void,
): Promise<ChildEnd> {
  return new Promise((resolve, reject) => {
    let last: ChildEnd | undefined;
    child.on('message', (message: ChildMessage) => {
      if (message.type === 'done' || message.type === 'refused') last = message;
      else onMessage(message);
    });
    child.on('error', (error) =>
      reject(new ConduitError('CONDUIT_BUILD_FAILED', `the build process: ${error.message}`)),
    );
    // `close` comes after the channel is drained, `exit` may come before the last message.
    child.on('close', (code, signal) => resolve(last ?? { type: 'gone', how: signal ?? `exit code ${code}` }));
    child.send(request, (error) => {
      if (error) child.kill('SIGKILL');
    });
  });
}
