import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { ConduitError } from '../../base/errors.ts';
import { HEADER_BYTES_MAX } from '../../image/container.ts';
import { readHeader } from '../../image/read-header.ts';
import type { ImageSource } from '../core/image-source.ts';

/**
 * Opens an image file and reads its header. The file stays open, so a build that replaces it meanwhile does not
 * change what is read.
 * @throws ConduitError CONDUIT_IMAGE_MISSING, _FOREIGN, _NEWER, _DAMAGED
 */
export function openImageFile(path: string): ImageSource {
  const descriptor = openDescriptor(path);
  try {
    const fileLength = fstatSync(descriptor).size;
    const headerBytes = new Uint8Array(Math.min(HEADER_BYTES_MAX, fileLength));
    readFully(descriptor, headerBytes, 0);
    const header = readHeader(headerBytes, fileLength);
    return {
      header,
      headerBytes: headerBytes.subarray(0, header.headerLength),
      readSection(name, into) {
        const place = header.sections.get(name);
        if (!place) throw new ConduitError('CONDUIT_IMAGE_DAMAGED', `the image has no section \`${name}\``);
        readFully(descriptor, into, place.offset);
      },
      close: () => closeSync(descriptor),
    };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

function openDescriptor(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new ConduitError('CONDUIT_IMAGE_MISSING', `there is no image at ${path}`);
    throw new ConduitError('CONDUIT_IMAGE_DAMAGED', `the image at ${path} cannot be read (${code})`);
  }
}

function readFully(descriptor: number, into: Uint8Array, position: number): void {
  for (let done = 0; done < into.length; ) {
    const count = readSync(descriptor, into, done, into.length - done, position + done);
    if (count === 0) throw new ConduitError('CONDUIT_IMAGE_DAMAGED', 'the image is damaged: it ends too early');
    done += count;
  }
}
