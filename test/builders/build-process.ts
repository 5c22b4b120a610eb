import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** A line that the runner writes. */
export interface RunnerLine {
  /** Process id of the child that does the work. */
  readonly child?: number;
  readonly phase?: string;
  readonly fingerprint?: string;
}

export interface BuildProcess {
  /** Waits for a line; undefined when the process ended without it. */
  until(wanted: (line: RunnerLine) => boolean): Promise<RunnerLine | undefined>;
  /** Ends it as `kill -9` does, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Starts a build of that project in a process of its own, which ends with the test at the latest. */
export function startBuildProcess(root: string, workers = 2): BuildProcess {
  const runner = fileURLToPath(new URL('./build-runner.mjs', import.meta.url));
  const running = spawn(process.execPath, [runner, root, String(workers)], { stdio: ['ignore', 'pipe', 'ignore'] });
  const gone = once(running, 'close');
  onTestFinished(() => void running.kill('SIGKILL'));
  const seen: RunnerLine[] = [];
  let wake = () => {};
  createInterface(running.stdout).on('line', (text) => {
    seen.push(JSON.parse(text) as RunnerLine);
    wake();
  });
  return {
    async until(wanted) {
      for (let ended = false; ; ) {
        const found = seen.find(wanted);
        if (found || ended) return found;
        await Promise.race([new Promise<void>((resolve) => (wake = resolve)), gone.then(() => (ended = true))]);
      }
    },
    async kill() {
      running.kill('SIGKILL');
      await gone;
    },
  };
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
