/** Child process entry: builds an image as told by the supervisor, then ends. */
import { setFlagsFromString } from 'node:v8';
import { ConduitError, errorEnvelope, isConduitError } from '../src/base/errors.ts';
import type { BuildRequest, ChildMessage } from '../src/session/node/build/messages.ts';
import { runBuild } from '../src/session/node/build/run-build.ts';

// Optimise functions ten times later than V8 would: a build ends before most of that work pays, and its background compilation
// takes the processors from the parser (bench/README.md). Threads inherit it; where V8 lacks the flag it says so and goes on.
setFlagsFromString('--interrupt-budget=660000');

const tell = (message: ChildMessage): Promise<void> =>
  new Promise((resolve) => {
    if (process.send) process.send(message, () => resolve());
    else resolve();
  });

// The supervisor is gone (Ctrl-C, kill): nobody waits for this build any more. An orderly exit would wait for the
// parser's threads, and one that hangs would keep an orphan running for ever.
const endAtOnce = (): boolean => process.kill(process.pid, 'SIGKILL');
process.on('disconnect', endAtOnce);

process.once('message', (request: BuildRequest) => {
  runBuild(request, tell)
    .then((summary) => tell({ type: 'done', summary }))
    .catch((error: unknown) => tell({ type: 'refused', error: errorEnvelope(refusal(error)) }))
    .finally(() => {
      process.off('disconnect', endAtOnce);
      process.disconnect();
    });
});

/** What nobody foresaw is a build that failed, not a query. */
function refusal(error: unknown): ConduitError {
  if (isConduitError(error)) return error;
  return new ConduitError('CONDUIT_BUILD_FAILED', error instanceof Error ? error.message : String(error));
}
