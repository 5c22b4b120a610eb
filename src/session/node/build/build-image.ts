import { existsSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { ConduitError } from '../../../base/errors.ts';
import { compareCodeUnits } from '../../../base/text.ts';
import { assertIsDirectory } from '../assert-directory.ts';
import { createScratchFolder, ensureImageDirectory, imageDirectory, sweepDeadBuilds } from '../image-directory.ts';
import { assertEnabled, readConfig } from '../read-config.ts';
import { DEFAULT_BUILD_CONFIG } from './default-build-config.ts';
import type { BuildProgress, BuildRequest, BuildSummary, ExcludedFile } from './messages.ts';
import { type ChildOutcome, superviseBuild } from './supervise.ts';

export interface BuildOptions {
  /** Where the image goes; `.introspect` in the root by default. */
  readonly imageDirectory?: string | undefined;
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined;
  /** Aborting kills the build; the old image stays. */
  readonly signal?: AbortSignal | undefined;
  /** Parse everything, whatever the facts cache knows. */
  readonly cold?: boolean | undefined;
  readonly workers?: number | undefined;
  /** False: read only what the module graph needs; the image then has no symbols. */
  readonly symbols?: boolean | undefined;
  /**
   * Read only what an answer about this target needs, if that is a small part of the project; the image says of the rest that
   * it is not read.
   */
  readonly forward?: BuildRequest['forward'] | undefined;
}

/** More deaths than this are not a few strange files, but a broken installation. */
const MAX_RESTARTS = 50;

/**
 * Builds the image of a project and replaces the old one. A file that takes the parser down is left out, named
 * in the image's diagnostics and in the summary; everything else is there.
 * @throws ConduitError CONDUIT_NO_ROOT, CONDUIT_BAD_CONFIG, CONDUIT_DISABLED, CONDUIT_NOT_WRITABLE, CONDUIT_NO_SPACE,
 * CONDUIT_BUILD_FAILED
 */
export async function buildImage(root: string, options: BuildOptions = {}): Promise<BuildSummary> {
  const absoluteRoot = resolve(root);
  assertIsDirectory(absoluteRoot);
  assertEnabled(absoluteRoot);
  const rawConfig = readConfig(absoluteRoot);
  // Most projects have none; what checks one is the heaviest part of starting a build.
  const config =
    rawConfig.hash === '' ? DEFAULT_BUILD_CONFIG : (await import('./build-config.ts')).buildConfig(rawConfig.data);
  const directory = imageDirectory(absoluteRoot, options.imageDirectory && resolve(options.imageDirectory));
  ensureImageDirectory(directory);
  sweepDeadBuilds(directory);
  const scratch = createScratchFolder(directory);
  const request: BuildRequest = {
    root: absoluteRoot,
    imageDirectory: directory.path,
    config: config.build,
    check: config.check,
    configHash: rawConfig.hash,
    cold: options.cold ?? false,
    scratch,
    excluded: [],
    suspects: [],
    forward: options.forward ?? null,
    symbols: options.symbols ?? true,
    workers: options.workers ?? config.workers ?? availableParallelism(),
  };
  try {
    return await buildDespiteCrashes(request, options);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
    // A child that was killed may have been writing. The folder is a cache, which anybody may delete at any time.
    if (existsSync(directory.running)) sweepDeadBuilds(directory);
  }
}

async function buildDespiteCrashes(first: BuildRequest, options: BuildOptions): Promise<BuildSummary> {
  let request = first;
  for (let restarts = 0; restarts <= MAX_RESTARTS; restarts++) {
    const outcome = await superviseBuild(request, options);
    if (outcome.type === 'done') return { ...outcome.summary, restarts };
    request = withoutCulprit(request, outcome);
  }
  throw new ConduitError('CONDUIT_BUILD_FAILED', `the parser took its process down ${MAX_RESTARTS + 1} times`);
}

/**
 * The next attempt after a death. One file in flight is the culprit and is left out. Several are suspects: the next
 * child parses them first and one at a time, so that its death convicts one of them. When they all survive that and
 * the process dies again, a single worker leaves no doubt. A process that was killed from outside (by the system when
 * memory ran out, or by anybody) convicts nobody at once: a file has to be alone in flight a second time.
 */
export function withoutCulprit(request: BuildRequest, outcome: Exclude<ChildOutcome, { type: 'done' }>): BuildRequest {
  const exclude = (paths: readonly string[], code: ExcludedFile['code']): BuildRequest => ({
    ...request,
    suspects: request.suspects.filter((path) => !paths.includes(path)),
    excluded: [...request.excluded, ...paths.map((path) => ({ path, code }))].sort((a, b) =>
      compareCodeUnits(a.path, b.path),
    ),
  });
  if (outcome.type === 'hung') return exclude(outcome.files, 'parser-hung');
  const { inFlight, killed } = outcome;
  if (inFlight.length === 0) {
    throw new ConduitError('CONDUIT_BUILD_FAILED', `the build process died outside the parser (${outcome.how})`);
  }
  const triedAlone = inFlight.every((path) => request.suspects.includes(path));
  if (inFlight.length === 1 && (triedAlone || !killed)) return exclude(inFlight, 'parser-crashed');
  if (triedAlone) return { ...request, workers: 1 };
  return { ...request, suspects: [...new Set([...request.suspects, ...inFlight])].sort(compareCodeUnits) };
}
