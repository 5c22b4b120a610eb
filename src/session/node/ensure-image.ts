import { isConduitError } from '../../base/errors.ts';
import type { ForwardStart } from '../../queries/define.ts';
import { buildImage } from './build/build-image.ts';
import type { BuildProgress } from './build/messages.ts';
import type { ImageDirectory } from './image-directory.ts';
import { openImageFile } from './image-file.ts';
import { type BuildState, isPartial, readBuildState } from './state/build-state.ts';
import { isFresh } from './state/freshness.ts';

export interface RefreshHooks {
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined;
  /** Something worth a line: why the image is being built. */
  readonly onNotice?: ((text: string) => void) | undefined;
  /** Aborting ends a build under way; the old image stays. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sees to it that there is an image of the whole project, as it is now, to answer from; true if it was built now.
 * @throws ConduitError CONDUIT_IMAGE_MISSING (mode `never`) and whatever a build refuses with
 */
export async function ensureImage(
  root: string,
  directory: ImageDirectory,
  mode: 'auto' | 'never' | 'force',
  hooks: RefreshHooks,
): Promise<boolean> {
  if (mode === 'never') return false;
  if (mode === 'auto') {
    const why = reasonToBuild(root, directory);
    if (!why) return false;
    hooks.onNotice?.(why);
  }
  await rebuild(root, directory, { forward: null, symbols: true }, hooks);
  return true;
}

/** How much of the project a question makes a build read. */
export interface Reading {
  /** Only what an answer about this needs, if that is a small part of the project. */
  readonly forward: ForwardStart | null;
  /** Symbols too, or only what the module graph needs. */
  readonly symbols: boolean;
}

export async function rebuild(
  root: string,
  directory: ImageDirectory,
  reading: Reading,
  { onProgress, signal }: RefreshHooks,
): Promise<void> {
  await buildImage(root, { imageDirectory: directory.path, ...reading, onProgress, signal });
}

/** Why the image cannot answer as it is, as a line for people; null when it can. */
function reasonToBuild(root: string, directory: ImageDirectory): string | null {
  const known = inspectImage(directory);
  if ('reason' in known) return known.reason;
  if (!isFresh(root, known.state)) return 'sources have changed: refreshing the image';
  const isWhole = known.state.symbols && !isPartial(known.state);
  return isWhole ? null : 'only a part of the project has been read so far: reading the rest';
}

/** What the image rests on, or, as a line for people, why there is nothing that can be used. */
export function inspectImage(directory: ImageDirectory): { readonly state: BuildState } | { readonly reason: string } {
  let fingerprint: string;
  try {
    const source = openImageFile(directory.image);
    fingerprint = source.header.fingerprint;
    source.close();
  } catch (error) {
    if (!isConduitError(error)) throw error;
    const isMissing = error.code === 'CONDUIT_IMAGE_MISSING';
    return { reason: isMissing ? 'no image yet: building it' : `${error.message}: rebuilding it` };
  }
  const state = readBuildState(directory.state);
  // Two builds at once, or one that was killed between writing the two: the state does not speak of this image.
  if (state?.fingerprint !== fingerprint) return { reason: 'the image is of unknown age: rebuilding it' };
  return { state };
}
