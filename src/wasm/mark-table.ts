import {
  MARK_GROUPS,
  MARK_HEADS,
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

const WINDOW = 3;
const WORDS_MOST = 255;
/** Buckets of the nibble tables that words take whose case does not count; the others share the rest. */
const FOLDED_BUCKETS = 5;
const BUCKETS = 8;

/** The words in the form that the kernel `marks` reads. */
export function markTable(words: readonly MarkWord[]): Uint8Array {
  if (words.length > WORDS_MOST) throw new RangeError('more words than a chain can number');
  const table = new Uint8Array(MARK_WORDS + (words.length + 1) * MARK_WORD_BYTES);
  for (const group of [true, false]) {
    const windows = words.filter(({ ignoresCase }) => ignoresCase === group).map(windowOf);
    const different = [...new Set(windows)].sort();
    const [first, count] = group ? [0, FOLDED_BUCKETS] : [FOLDED_BUCKETS, BUCKETS - FOLDED_BUCKETS];
    different.forEach((window, place) => {
      letThrough(table, window, group, 1 << (first + Math.floor((place * count) / different.length)));
    });
  }
  words.forEach((word, place) => {
    writeWord(table, word, place + 1);
  });
  return table;
}

/** Where each group's first word may be; as long as the source, when nowhere. */
export const markPlaces = (memory: WebAssembly.Memory, output: number): Uint32Array =>
  new Uint32Array(memory.buffer, output, MARK_GROUPS);

function writeWord(table: Uint8Array, word: MarkWord, number: number): void {
  const { text, ignoresCase, tail } = word;
  if (text.length < WINDOW || text.length > MARK_WORD_TEXT_MAX) throw new RangeError(`no mark can be ${text}`);
  const window = windowOf(word);
  const head = MARK_HEADS + hashOf(window);
  const at = MARK_WORDS + number * MARK_WORD_BYTES;
  table.set([table[head] as number, text.indexOf(window), text.length, TAILS[tail], ignoresCase ? 0 : 1], at);
  table.set(Buffer.from(text, 'latin1'), at + MARK_WORD_TEXT);
  table[head] = number;
}

/** The three characters that are looked for first: of those with the fewest small letters, which sources are full of. */
function windowOf({ text, ignoresCase }: MarkWord): string {
  const common = ignoresCase ? /[a-z]/gi : /[a-z]/g;
  let best = text.slice(0, WINDOW);
  for (let at = 1; at + WINDOW <= text.length; at++) {
    const window = text.slice(at, at + WINDOW);
    if ((window.match(common)?.length ?? 0) < (best.match(common)?.length ?? 0)) best = window;
  }
  return best;
}

function letThrough(table: Uint8Array, window: string, ignoresCase: boolean, bucket: number): void {
  for (let place = 0; place < WINDOW; place++) {
    const character = window.charAt(place);
    for (const form of ignoresCase ? [character.toLowerCase(), character.toUpperCase()] : [character]) {
      const byte = form.charCodeAt(0);
      const [low, high] = [place * 32 + (byte & 15), place * 32 + 16 + (byte >> 4)];
      table[low] = (table[low] as number) | bucket;
      table[high] = (table[high] as number) | bucket;
    }
  }
}

/** Knuth's multiplicative hash of three bytes without case. */
function hashOf(window: string): number {
  const [a, b, c] = Buffer.from(window, 'latin1') as unknown as [number, number, number];
  return Math.imul(a | (b << 8) | (c << 16) | 0x202020, 2_654_435_761) >>> 24;
}
