import { compareCodeUnits } from '../../../base/text.ts';

/** Many texts as two columns, so that one can be read without the others. */
export interface TextColumn {
  /** UTF-8, one after the other. */
  readonly bytes: Uint8Array;
  /** One more than there are texts: where each begins. */
  readonly offsets: Uint32Array;
}

export function packTexts(texts: readonly string[]): TextColumn {
  const all = texts.join('');
  const bytes = Buffer.from(all, 'utf8');
  // Nearly always plain ASCII, where a text has as many bytes as characters.
  const isPlain = bytes.length === all.length;
  const offsets = new Uint32Array(texts.length + 1);
  texts.forEach((text, index) => {
    offsets[index + 1] = (offsets[index] ?? 0) + (isPlain ? text.length : Buffer.byteLength(text));
  });
  return { bytes, offsets };
}

export function textAt({ bytes, offsets }: TextColumn, index: number): string {
  return viewOf(bytes).toString('utf8', offsets[index], offsets[index + 1]);
}

/** Where a text is in a column sorted by code unit; -1 when it is not there. */
export function findText(column: TextColumn, text: string): number {
  let from = 0;
  let to = column.offsets.length - 1;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const order = compareCodeUnits(textAt(column, middle), text);
    if (order === 0) return middle;
    if (order < 0) from = middle + 1;
    else to = middle;
  }
  return -1;
}

export function unpackTexts({ bytes, offsets }: TextColumn): string[] {
  const all = viewOf(bytes).toString('utf8');
  const count = Math.max(0, offsets.length - 1);
  // Nearly always plain ASCII, where the places of characters are those of bytes.
  if (all.length !== bytes.length)
    return Array.from({ length: count }, (_, index) => textAt({ bytes, offsets }, index));
  return Array.from({ length: count }, (_, index) => all.slice(offsets[index], offsets[index + 1]));
}

const viewOf = (bytes: Uint8Array): Buffer =>
  Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
