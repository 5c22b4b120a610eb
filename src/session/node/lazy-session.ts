import { isConduitError } from '../../base/errors.ts';
import { ensureImage, type RefreshHooks } from './ensure-image.ts';
import { type FreshProject, freshAnswer } from './fresh-answer.ts';
import type { ImageDirectory } from './image-directory.ts';
import { inProcessRunner } from './in-process-runner.ts';
import type { Runner } from './runner.ts';
import type { Session } from './session.ts';
import { typed } from './typed-answer.ts';

/** A session that looks at the sources for each answer, and only at those that the answer rests on. Answers in this thread. */
export function lazySession(root: string, directory: ImageDirectory, hooks: RefreshHooks): Session {
  let runner: Runner | undefined;
  const load: FreshProject['load'] = async (query, params) => {
    const start = () => inProcessRunner(directory.image, { query, params });
    try {
      runner = start();
    } catch (error) {
      // The header was whole, a section is not. What can be rebuilt is.
      if (!isConduitError(error) || error.code !== 'CONDUIT_IMAGE_DAMAGED') throw error;
      hooks.onNotice?.(`${error.message}: rebuilding it`);
      await ensureImage(root, directory, 'force', hooks);
      runner = start();
    }
    return runner;
  };
  const session: Session = {
    root,
    get fingerprint() {
      return runner?.fingerprint ?? '';
    },
    query: async (name, params) => (await session.run(name, params)).envelope,
    run: (query, params) => freshAnswer({ root, directory, load, ...hooks }, query, params),
    deps: async (params) => typed(await session.query('deps', { ...params })),
    refresh: async () => ({ rebuilt: await ensureImage(root, directory, 'auto', hooks) }),
    close: async () => {},
  };
  return session;
}
