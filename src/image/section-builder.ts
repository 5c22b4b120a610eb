import { Builder, type Offset } from 'flatbuffers';
import { ConduitError } from '../base/errors.ts';
import { ALIGNMENT, FILE_IDENTIFIER, SECTION_BYTES_MAX } from './container.ts';

/** Room for a table of some dozen fields, its vtable and the padding of its vectors. */
const TABLE_BYTES = 2048;

/**
 * A builder that has room for vectors of so many bytes together, so that it need not grow and copy.
 * @throws ConduitError CONDUIT_IMAGE_TOO_LARGE from 2 GiB on.
 */
export function sectionBuilder(vectorBytes: number): Builder {
  if (vectorBytes + TABLE_BYTES > SECTION_BYTES_MAX) {
    throw new ConduitError('CONDUIT_IMAGE_TOO_LARGE', `a section of the image would have ${vectorBytes} bytes`);
  }
  return new Builder(vectorBytes + TABLE_BYTES);
}

/**
 * Writes a vector of numbers as bytes that start on a 16-byte boundary. FlatBuffers' TypeScript code generator ignores `force_align`,
 * and writes element by element, ten times slower; `prep` is its public way to the same end.
 */
export function alignedVector(builder: Builder, values: Uint8Array | Uint16Array | Uint32Array): Offset {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  builder.prep(ALIGNMENT, bytes.length);
  return builder.createByteVector(bytes);
}

/** The finished section: a multiple of 16 bytes long, because its most strictly aligned part is. */
export function finishSection(builder: Builder, root: Offset): Uint8Array {
  builder.finish(root, FILE_IDENTIFIER);
  return builder.asUint8Array();
}
