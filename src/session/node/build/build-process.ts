import { type ChildProcess, fork } from 'node:child_process';
import { resolvePackageFile } from '../package-files.ts';

let early: ChildProcess | undefined;

/**
 * Starts the process of the build that is about to be asked for, so that it loads its code while the command line is read. Until it is taken it
 * holds nothing alive; if it never is, it ends when we do.
 */
export function startEarly(): ChildProcess {
  early = start();
  // Whoever takes it looks whether it is there.
  early.on('error', () => {});
  early.unref();
  early.channel?.unref();
  return early;
}

/** A process that waits for its request: the one that was started early, or another. */
export function startBuildProcess(): ChildProcess {
  const waiting = early;
  early = undefined;
  if (!waiting?.connected || waiting.exitCode !== null || waiting.signalCode !== null) return start();
  waiting.ref();
  waiting.channel?.ref();
  return waiting;
}

function start(): ChildProcess {
  // Certificates that are named in it are read by Node at its start, which take two thirds of it on a machine with a bundle of the usual size: a build
  // opens no connection.
  const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env;
  return fork(resolvePackageFile('#workers/build.cjs'), {
    // The parser's native backtraces go to standard error: keep them out of ours.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    execArgv: [],
    env: environment,
  });
}
