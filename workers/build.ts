/** Child process entry: builds an image as told by the supervisor, then ends. */
import { errorEnvelope } from '../src/base/errors.ts';
import type { BuildRequest, ChildMessage } from '../src/session/node/build/messages.ts';
import { runBuild } from '../src/session/node/build/run-build.ts';

const tell = (message: ChildMessage): Promise<void> =>
  new Promise((resolve) => {
    if (process.send) process.send(message, () => resolve());
    else resolve();
  });

// The supervisor is gone (Ctrl-C, kill): nobody waits for this build any more.
process.on('disconnect', () => process.exit(1));

process.once('message', (request: BuildRequest) => {
  runBuild(request, (message) => void tell(message))
    .then((summary) => tell({ type: 'done', summary }))
    .catch((error: unknown) => tell({ type: 'refused', error: errorEnvelope(error) }))
    .finally(() => process.disconnect());
});
