/** Of a declaration at most so many lines are kept, and so many bytes of UTF-8 with their line ends, but always its first line. */
export const EXCERPT_LINES_MAX = 24;
export const EXCERPT_BYTES_MAX = 1200;
/** Of a line at most so many UTF-16 units; generated code has lines of megabytes. */
export const EXCERPT_LINE_MAX = 400;
/** Of a module at most so many bytes, before compression. */
export const EXCERPT_BLOCK_MAX: number = 2 ** 22;
