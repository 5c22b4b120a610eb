import './start-build-early.ts';
import type { CliIo } from './io.ts';
import { runCli } from './run-cli.ts';

/** The program `introspect`: the process, made into what runCli takes. */
const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // Once: a second Ctrl-C ends the process at once, whatever it is doing.
  process.once(signal, () => interruption.abort(signal));
}
// `| head` closes the pipe when it has seen enough; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  // A full disk behind `> answers.json`: half an answer must not end like a whole one.
  process.stderr.write(`error: standard output cannot be written (${error.code})\n`, () => process.exit(4));
});
// There is nobody left to tell.
process.stderr.on('error', () => {});

const io: CliIo = {
  // Opened when it is asked for: only `query` reads it, and a terminal that is open holds the process.
  get stdin() {
    return process.stdin;
  },
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  terminal: { stdout: process.stdout.isTTY === true, stderr: process.stderr.isTTY === true },
  signal: interruption.signal,
};

// Not process.exit: what is still on its way to a pipe would be lost.
void runCli(process.argv.slice(2), io).then((code) => {
  process.exitCode = code;
});
