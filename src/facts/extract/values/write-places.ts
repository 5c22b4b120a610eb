import type { LineTable } from '../../../syntax/line-table.ts';
import { VALUE } from '../../value-records.ts';

/**
 * Turns the byte offsets of nodes into lines and columns. All distinct offsets are asked for in ascending order: the line table counts on from where it
 * was, so that a line of a megabyte is not counted anew for each node.
 * @param offset of the block of code in the file
 */
export function writePlaces(nodes: readonly number[], lines: LineTable, offset: number): Uint32Array {
  const words = Uint32Array.from(nodes);
  const wanted = new Uint32Array((words.length / VALUE.WORDS) * 2);
  for (let at = 0, to = 0; at < words.length; at += VALUE.WORDS) {
    wanted[to++] = words[at + VALUE.LINE] as number;
    wanted[to++] = words[at + VALUE.COLUMN] as number;
  }
  wanted.sort();
  const lineOf = new Map<number, number>();
  const columnOf = new Map<number, number>();
  for (const byte of wanted) {
    if (lineOf.has(byte)) continue;
    // What was put in front of the text stands at the beginning of the file.
    const place = Math.max(0, byte + offset);
    const line = lines.lineAt(place);
    lineOf.set(byte, line);
    columnOf.set(byte, lines.columnAt(place, line));
  }
  for (let at = 0; at < words.length; at += VALUE.WORDS) {
    const [start, end] = [words[at + VALUE.LINE] as number, words[at + VALUE.COLUMN] as number];
    words[at + VALUE.LINE] = lineOf.get(start) ?? 0;
    words[at + VALUE.COLUMN] = columnOf.get(start) ?? 0;
    words[at + VALUE.END_LINE] = lineOf.get(end) ?? 0;
    words[at + VALUE.END_COLUMN] = columnOf.get(end) ?? 0;
  }
  return words;
}
