import { ALIGNMENT, damaged, FILE_IDENTIFIER, SECTION_BYTES_MAX } from './container.ts';
import type { SectionName } from './sections.ts';

/**
 * What a field of a section's root table holds; the place in the list is the field's id in schema/image.fbs. A late vector was
 * appended to the schema: older images do not have it.
 */
export type FieldType = 'vector' | 'late vector' | 'uint';

/** Tables have some dozen fields; the limit also keeps sizes positive where FlatBuffers' runtime reads them as signed. */
const VTABLE_BYTES_MAX = 1024;

/**
 * Makes sure that a section is a FlatBuffer whose root table, vtable and vectors lie inside it, and that vectors are aligned.
 * FlatBuffers' TypeScript runtime has no verifier: it follows whatever offset it finds. After this its accessors are safe.
 * The layout is that of https://flatbuffers.dev/internals.
 *
 *     0  u32 root       4  identifier       root  i32 distance back to vtable │ fields …
 *     vtable  u16 its bytes │ u16 the table's bytes │ u16 per field: distance from the table's start, 0 absent
 *     vector  u32 length │ bytes …          a vector field holds the distance from itself to the length
 *
 * @throws ConduitError CONDUIT_IMAGE_DAMAGED.
 */
export function checkSection(name: SectionName, bytes: Uint8Array, fields: readonly FieldType[]): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const need = (holds: boolean, what: string): void => {
    if (!holds) throw damaged(`${what} in section \`${name}\``);
  };
  need(bytes.length >= 16, 'no table');
  need(bytes.length <= SECTION_BYTES_MAX, 'more than 2 GiB');
  for (let index = 0; index < FILE_IDENTIFIER.length; index++) {
    need(bytes[4 + index] === FILE_IDENTIFIER.charCodeAt(index), 'wrong identifier');
  }

  const root = view.getUint32(0, true);
  need(root % 4 === 0 && root >= 8 && root + 4 <= bytes.length, 'table out of bounds');
  const vtable = root - view.getInt32(root, true);
  need(vtable % 2 === 0 && vtable >= 8 && vtable + 4 <= bytes.length, 'vtable out of bounds');
  const vtableBytes = view.getUint16(vtable, true);
  const tableBytes = view.getUint16(vtable + 2, true);
  need(vtableBytes % 2 === 0 && vtableBytes >= 4 && vtableBytes <= VTABLE_BYTES_MAX, 'vtable of a wrong size');
  need(vtable + vtableBytes <= bytes.length && root + tableBytes <= bytes.length, 'table of a wrong size');

  fields.forEach((type, id) => {
    const slot = 4 + id * 2;
    const distance = slot < vtableBytes ? view.getUint16(vtable + slot, true) : 0;
    if (distance === 0) {
      // A number that is 0 is left out; a vector never is, even when it is empty.
      need(type !== 'vector', `field ${id} is missing`);
      return;
    }
    need(distance % 4 === 0 && distance >= 4 && distance + 4 <= tableBytes, `field ${id} out of bounds`);
    if (type === 'uint') return;
    const start = root + distance + view.getUint32(root + distance, true) + 4;
    need(start % ALIGNMENT === 0 && start <= bytes.length, `vector ${id} out of bounds or not aligned`);
    need(start + view.getUint32(start - 4, true) <= bytes.length, `vector ${id} out of bounds`);
  });
}
