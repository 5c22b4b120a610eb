import {
  MARK_GROUPS,
  MARK_HEADS,
  MARK_SEEN_BYTES,
  MARK_WORD_BYTES,
  MARK_WORD_TEXT,
  MARK_WORD_TEXT_MAX,
  MARK_WORDS,
  TAIL_ADDRESS,
  TAIL_CREDENTIAL,
  TAIL_GIVEN,
  TAIL_NONE,
  TAIL_SHORT,
} from '../../assembly/layout.ts';
import { type MarkWindow, nibbleTables, rarestWindow, WINDOW } from './mark-buckets.ts';

/** What must stand behind a word; assembly/marks.ts says what each is. */
const TAILS = {
  none: TAIL_NONE,
  given: TAIL_GIVEN,
  short: TAIL_SHORT,
  credential: TAIL_CREDENTIAL,
  address: TAIL_ADDRESS,
};

/** A word that the kernel `marks` looks for. */
export interface MarkWord {
  /** ASCII, 3 to 24 characters. */
  readonly text: string;
  readonly ignoresCase: boolean;
  readonly tail: keyof typeof TAILS;
}

const WORDS_MOST = 255;

/** The words in the form that the kernel `marks` reads. */
export function markTable(words: readonly MarkWord[]): Uint8Array {
  if (words.length > WORDS_MOST) throw new RangeError('more words than a chain can number');
  const table = new Uint8Array(MARK_WORDS + (words.length + 1) * MARK_WORD_BYTES);
  table.set(nibbleTables(windowsOf(words)));
  words.forEach((word, place) => {
    writeWord(table, word, place + 1);
  });
  return table;
}

/** What a source has of the words of a table, as {@link marks} of the kernels writes it. */
export interface SeenMarks {
  /** Where the first word may be whose case does not count, in bytes; as long as the source, when nowhere. */
  readonly ignoringCase: number;
  /** The same, of the other words. */
  readonly exact: number;
  /** Places in the list of words of those that may be there, ascending. */
  readonly words: readonly number[];
}

export function seenMarks(memory: WebAssembly.Memory, output: number, length: number): SeenMarks {
  const [ignoringCase = length, exact = length] = new Uint32Array(memory.buffer, output, MARK_GROUPS);
  if (ignoringCase === length && exact === length) return { ignoringCase, exact, words: [] };
  const words: number[] = [];
  new Uint8Array(memory.buffer, output + MARK_GROUPS * 4, MARK_SEEN_BYTES).forEach((bits, byte) => {
    for (let bit = 0; bits >> bit !== 0; bit++) if ((bits >> bit) & 1) words.push(byte * 8 + bit - 1);
  });
  return { ignoringCase, exact, words };
}

function windowsOf(words: readonly MarkWord[]): MarkWindow[] {
  const windows = words.map(({ text, ignoresCase }) => ({ text: rarestWindow(text), ignoresCase }));
  return [...new Map(windows.map((window) => [`${window.text} ${window.ignoresCase}`, window])).values()];
}

function writeWord(table: Uint8Array, word: MarkWord, number: number): void {
  const { text, ignoresCase, tail } = word;
  if (text.length < WINDOW || text.length > MARK_WORD_TEXT_MAX) throw new RangeError(`no mark can be ${text}`);
  const window = rarestWindow(word.text);
  const head = MARK_HEADS + hashOf(window);
  const at = MARK_WORDS + number * MARK_WORD_BYTES;
  table.set([table[head] as number, text.indexOf(window), text.length, TAILS[tail], ignoresCase ? 0 : 1], at);
  table.set(Buffer.from(text, 'latin1'), at + MARK_WORD_TEXT);
  table[head] = number;
}

/** Knuth's multiplicative hash of three bytes without case. */
function hashOf(window: string): number {
  const [a, b, c] = Buffer.from(window, 'latin1') as unknown as [number, number, number];
  return Math.imul(a | (b << 8) | (c << 16) | 0x202020, 2_654_435_761) >>> 24;
}
