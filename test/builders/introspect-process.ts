import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** The built command line, as users run it. */
export const CLI: string = join(import.meta.dirname, '../../dist/cli.cjs');

export interface ProcessOutcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProcessOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** Called once the process runs: to signal it, to close its pipes. */
  readonly during?: (child: ChildProcess) => void;
}

/** Runs `introspect` in a process of its own and waits for its end. */
export function introspect(
  args: readonly string[],
  { cwd, env = {}, stdin = '', during }: ProcessOptions,
): Promise<ProcessOutcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd, env: { ...process.env, NO_COLOR: '1', ...env } });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    // A process that ends without reading its input is no failure of the test.
    child.stdin.on('error', () => {});
    child.stdin.end(stdin);
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
    during?.(child);
  });
}
