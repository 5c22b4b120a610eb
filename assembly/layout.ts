// Where everything lies in a kernel memory. Sizes in bytes, words of 32 bits. Plain constants without
// AssemblyScript types, so that src/wasm plans memory with the very same numbers.
//
//      0        64                  128                             …            …
//      +--------+-------------------+-------------------------------+------------+-----------+
//      | unused | control header    | a control line a worker       | scratch    | slots     |
//      |        |                   | line 0 │ line 1 │ …           | 0 │ 1 │ …  | 0 │ 1 │ … |
//      +--------+-------------------+-------------------------------+------------+-----------+
//      \_ 0 is nobody's pointer      \_ 64 bytes each: one cache line, so that workers that count
//                                       readers do not slow each other down
//
//      control header, words of 64 bytes
//      0         1            2         3       4 … 11                   12 … 15
//      +---------+------------+---------+-------+------------------------+--------+
//      | current | generation | workers | slots | generation of slot 0…7 | unused |
//      +---------+------------+---------+-------+------------------------+--------+
//        current     the slot that new readers take, -1 before the first image
//        generation  how many images have been published; a slot's own is that of the image in it
//
//      control line of one worker, words of 64 bytes
//      0         1           2 … 9                      10 … 15
//      +---------+-----------+--------------------------+--------+
//      | running | cancelled | readers in slot 0 … 7    | unused |
//      +---------+-----------+--------------------------+--------+
//        running    ticket of the query at work, 0 for none
//        cancelled  ticket of the query that is to stop: long kernels stop when it is the one running. A word
//                   that only said "stop" could hit the next query of that worker.
//
// Every region starts at a multiple of 64. Scratch regions are as large as the graph needs (scratch.ts), slots as
// the image. A memory has at most 65,535 pages: the last of the 65,536 that 32-bit pointers reach stays out of use,
// so that the pointer behind the last byte does not wrap round to 0.

export const ALIGNMENT = 64;
export const PAGE_BYTES = 65536;
export const MAX_PAGES = 65535;

export const CONTROL_POINTER = 64;
export const CONTROL_HEADER_BYTES = 64;
export const CONTROL_LINE_BYTES = 64;
export const MAX_SLOTS = 8;

export const HEADER_CURRENT = 0;
export const HEADER_GENERATION = 1;
export const HEADER_WORKERS = 2;
export const HEADER_SLOTS = 3;
export const HEADER_SLOT_GENERATIONS = 4;

export const LINE_RUNNING = 0;
export const LINE_CANCELLED = 1;
export const LINE_READERS = 2;

// What select.ts does at a node of a kind: a table of one byte a kind.
export const PASS_BY = 0;
export const TAKE = 1;
/** Take it when it is a name of the module's own scope. */
export const TAKE_IN_MODULE_SCOPE = 2;
/** Take neither it nor what is in it. */
export const LEAP_OVER = 3;
/** Take it when it has one of the names that are asked for. */
export const TAKE_NAMED = 4;
/** Take it when it is a name that is declared in this file, at the top level or further in. */
export const TAKE_DECLARED = 5;

/** A selection asks for so many names at most. */
export const MAX_SELECTED_NAMES = 16;

// The table of the words that marks.ts looks for: nibble tables, heads of chains by the hash of three bytes, words.
export const MARK_GROUPS = 2;
export const MARK_HEADS = 96;
export const MARK_WORDS = 352;
export const MARK_WORD_BYTES = 32;
export const MARK_WORD_TEXT = 8;
export const MARK_WORD_TEXT_MAX = 24;
/** A bit for each word that a chain can number. */
export const MARK_SEEN_BYTES = 32;

// What must stand behind such a word.
export const TAIL_NONE = 0;
/** What a name has in front of the value that it is given. */
export const TAIL_GIVEN = 1;
/** The same, and the word ends there. */
export const TAIL_SHORT = 2;
/** White space, and a credential's twelve characters. */
export const TAIL_CREDENTIAL = 3;
/** The rest of an address, with `@` in it. */
export const TAIL_ADDRESS = 4;

/** Half of the table of compress.ts. */
export const COMPRESS_TABLE_BYTES = 16384;
