import { isConduitError } from '../../base/errors.ts';
import type { BuildProgress } from './build/messages.ts';
import type { ImageDirectory } from './image-directory.ts';
import { openImageFile } from './image-file.ts';
import { readBuildState } from './state/build-state.ts';
import { isFresh } from './state/freshness.ts';

export interface RefreshHooks {
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined;
  /** Something worth a line: why the image is being built. */
  readonly onNotice?: ((text: string) => void) | undefined;
  /** Aborting ends a build under way; the old image stays. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sees to it that there is an image to answer from; true if it was built now.
 * @throws ConduitError CONDUIT_IMAGE_MISSING (mode `never`) and whatever a build refuses with
 */
export async function ensureImage(
  root: string,
  directory: ImageDirectory,
  mode: 'auto' | 'never' | 'force',
  { onProgress, onNotice, signal }: RefreshHooks,
): Promise<boolean> {
  if (mode === 'never') return false;
  const why = mode === 'force' ? 'asked to' : reasonToBuild(root, directory);
  if (!why) return false;
  if (why !== 'asked to') onNotice?.(why);
  // Only now: the build's modules take longer to load than a warm answer takes.
  const { buildImage } = await import('./build/build-image.ts');
  await buildImage(root, { imageDirectory: directory.path, onProgress, signal });
  return true;
}

/** Why the image cannot answer as it is, as a line for people; null when it can. */
function reasonToBuild(root: string, directory: ImageDirectory): string | null {
  let fingerprint: string;
  try {
    const source = openImageFile(directory.image);
    fingerprint = source.header.fingerprint;
    source.close();
  } catch (error) {
    if (!isConduitError(error)) throw error;
    return error.code === 'CONDUIT_IMAGE_MISSING' ? 'no image yet: building it' : `${error.message}: rebuilding it`;
  }
  const state = readBuildState(directory.state);
  // Two builds at once, or one that was killed between writing the two: the state does not speak of this image.
  if (!state || state.fingerprint !== fingerprint) return 'the image is of unknown age: rebuilding it';
  return isFresh(root, state) ? null : 'sources have changed: refreshing the image';
}
