import type { SectionName } from '../../image/sections.ts';
import { SECTIONS } from '../../image/sections.ts';
import type { QueryContext } from '../../queries/define.ts';
import { loadEngine } from '../core/in-process-engine.ts';
import { openImageFile } from './image-file.ts';
import { kernelModule } from './kernels.ts';

/**
 * Loads sections of an image file into a memory of this thread.
 * @throws ConduitError CONDUIT_IMAGE_MISSING, _FOREIGN, _NEWER, _DAMAGED, _TOO_LARGE
 */
export function loadInProcess(path: string, sections: readonly SectionName[] = SECTIONS): QueryContext {
  const source = openImageFile(path);
  try {
    return loadEngine(kernelModule('plain'), source, sections);
  } finally {
    source.close();
  }
}
