import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { isConduitError } from '../../base/errors.ts';
import type { DepsParams, DepsResult } from '../../queries/deps.ts';
import { assertIsDirectory } from './assert-directory.ts';
import { ensureImage, type RefreshHooks } from './ensure-image.ts';
import { findRoot } from './find-root.ts';
import { imageDirectory } from './image-directory.ts';
import { openImageFile } from './image-file.ts';
import { inProcessRunner } from './in-process-runner.ts';
import { lazySession } from './lazy-session.ts';
import { assertEnabled } from './read-config.ts';
import type { Runner } from './runner.ts';
import type { AnswerStats, Session } from './session.ts';
import { typed } from './typed-answer.ts';

export type { AnswerStats, DepsParams, DepsResult, Session };

export interface OpenOptions extends RefreshHooks {
  /** The project's folder; by default the root of the project around the working directory. */
  readonly root?: string | undefined;
  /**
   * `auto` (default): build the image when there is none, and again when the sources changed. `never`: take the image as it is;
   * answers are marked `unchecked`. `force`: build first. `lazy`: look when a query is answered, and only as far as its answer rests on
   * the sources; for a question or two, not with `pool`.
   */
  readonly refresh?: 'auto' | 'never' | 'force' | 'lazy' | undefined;
  readonly imageDirectory?: string | undefined;
  /** Answer in worker threads over shared memory, for many queries at once; by default in this thread. */
  readonly pool?: false | { readonly workers?: number | undefined } | undefined;
}

/** For how long a look at the sources lets answers say `stale: false`; after that they say `unchecked`. */
const CHECK_HOLDS_MS = 1000;

/**
 * Opens a project: builds or refreshes its image as asked, and loads it.
 * @throws ConduitError CONDUIT_NO_ROOT, CONDUIT_DISABLED, CONDUIT_BAD_CONFIG, CONDUIT_IMAGE_*, CONDUIT_BUILD_FAILED, CONDUIT_NOT_WRITABLE, CONDUIT_NO_SPACE
 */
export async function open(options: OpenOptions = {}): Promise<Session> {
  const root = resolve(options.root ?? findRoot(process.cwd()));
  assertIsDirectory(root);
  assertEnabled(root);
  const directory = imageDirectory(root, options.imageDirectory && resolve(options.imageDirectory));
  const mode = options.refresh ?? 'auto';
  if (mode === 'lazy') return lazySession(root, directory, options);
  await ensureImage(root, directory, mode, options);
  // Answers of a long session must not claim that sources are unchanged because they were when it began.
  let checkedAt = mode === 'never' ? Number.NEGATIVE_INFINITY : performance.now();
  const staleness = () => (performance.now() - checkedAt < CHECK_HOLDS_MS ? false : 'unchecked');
  const runner = await startRunner(directory.image, options.pool).catch(async (error: unknown) => {
    // The header was whole, a section is not. What can be rebuilt is.
    if (mode === 'never' || !isConduitError(error) || error.code !== 'CONDUIT_IMAGE_DAMAGED') throw error;
    options.onNotice?.(`${error.message}: rebuilding it`);
    await ensureImage(root, directory, 'force', options);
    return startRunner(directory.image, options.pool);
  });

  const session: Session = {
    root,
    get fingerprint() {
      return runner.fingerprint;
    },
    query: async (name, params) => (await session.run(name, params)).envelope,
    run: (query, params) => runner.run({ query, params, stale: staleness() }),
    deps: async (params) => typed(await session.query('deps', { ...params })),
    async refresh() {
      const rebuilt = await ensureImage(root, directory, 'auto', options);
      checkedAt = performance.now();
      // Not only when we built it: another process may have.
      if (fingerprintOf(directory.image) !== runner.fingerprint) await runner.replace(directory.image);
      return { rebuilt };
    },
    close: () => runner.close(),
  };
  return session;
}

function fingerprintOf(imagePath: string): string {
  const source = openImageFile(imagePath);
  source.close();
  return source.header.fingerprint;
}

async function startRunner(imagePath: string, pool: OpenOptions['pool']): Promise<Runner> {
  if (!pool) return inProcessRunner(imagePath);
  // Only now: Piscina and the shared kernels are nothing that a single answer needs.
  const { poolRunner } = await import('./pool-runner.ts');
  return poolRunner(imagePath, pool.workers ?? availableParallelism());
}
