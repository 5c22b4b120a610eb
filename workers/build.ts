/** Child process entry: builds an image as told by the supervisor, then ends. */
import { ConduitError, errorEnvelope, isConduitError } from '../src/base/errors.ts';
import { keepCompiledCode } from '../src/base/keep-code.ts';
import type { BuildRequest, ChildMessage } from '../src/session/node/build/messages.ts';
import { runBuild } from '../src/session/node/build/run-build.ts';

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
    .then((summary) => {
      keepCompiledCode(request.symbols && !request.forward);
      return tell({ type: 'done', summary });
    })
    .catch((error: unknown) => tell({ type: 'refused', error: errorEnvelope(refusal(error)) }))
    // All is written and told. An orderly exit would take apart piece by piece what the system frees as a whole, and the command waits for it.
    .finally(endAtOnce);
});

/** What nobody foresaw is a build that failed, not a query. */
function refusal(error: unknown): ConduitError {
  if (isConduitError(error)) return error;
  return new ConduitError('CONDUIT_BUILD_FAILED', error instanceof Error ? error.message : String(error));
}
