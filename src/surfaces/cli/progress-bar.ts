import type { Writable } from 'node:stream';
import cliProgress from 'cli-progress';
import type { ProgressDisplay } from './progress.ts';

/** A bar that is gone when the build has ended. */
export function progressBar(stream: Writable): ProgressDisplay {
  const bar = new cliProgress.SingleBar(
    {
      // The library asks no more of it than of any terminal's stream.
      stream: stream as NodeJS.WriteStream,
      format: '{phase} {bar} {value}/{total}',
      clearOnComplete: true,
      hideCursor: true,
      fps: 10,
    },
    cliProgress.Presets.shades_classic,
  );
  let phase = '';
  return {
    onProgress(progress) {
      // A phase of unknown length has an empty bar, not one that is full.
      const total = Math.max(progress.total, 1);
      if (progress.phase !== phase) bar.start(total, progress.done, { phase: progress.phase.padEnd(5) });
      else if (bar.getTotal() !== total) bar.setTotal(total);
      phase = progress.phase;
      bar.update(progress.done);
    },
    stop: () => bar.stop(),
  };
}
