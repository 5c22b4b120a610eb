import type { BuildProgress } from '../../session/node/build/messages.ts';
import type { Invocation } from './invocation.ts';

/** Tells a person how far a build is; everything goes to standard error. */
export interface ProgressReport {
  onProgress(progress: BuildProgress): void;
  /** A line that stays. */
  onNotice(text: string): void;
  /** Call when the build has ended, however it ended. */
  stop(): void;
}

export type ProgressDisplay = Pick<ProgressReport, 'onProgress' | 'stop'>;

/** A bar on a terminal, plain lines elsewhere. Nothing is loaded or written before something happens. */
export function reportProgress({ io, colors }: Pick<Invocation, 'io' | 'colors'>): ProgressReport {
  const write = (line: string) => void io.stderr.write(`${line}\n`);
  let display: ProgressDisplay | undefined = io.terminal.stderr ? undefined : plainLines(write);
  let loading = false;
  let stopped = false;

  async function loadBar(): Promise<void> {
    loading = true;
    const { progressBar } = await import('./progress-bar.ts');
    if (!stopped) display = progressBar(io.stderr);
  }

  return {
    onProgress(progress) {
      if (!display && !loading) void loadBar();
      display?.onProgress(progress);
    },
    onNotice: (text) => write(colors.stderr.dim(text)),
    stop() {
      stopped = true;
      display?.stop();
    },
  };
}

/** At most a line a second, so that a log stays readable, and one for every phase. */
export function plainLines(write: (line: string) => void): ProgressDisplay {
  let phase = '';
  let last = Number.NEGATIVE_INFINITY;
  return {
    onProgress(progress) {
      const now = performance.now();
      if (progress.phase === phase && now - last < 1000) return;
      phase = progress.phase;
      last = now;
      write(progress.total > 0 ? `${phase}: ${progress.done} of ${progress.total}` : phase);
    },
    stop() {},
  };
}
