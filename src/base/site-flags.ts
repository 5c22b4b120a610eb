/** What the image says of a place that imports, beside its kind: bits of its flags. A test holds them against SITE_… of src/facts/records.ts. */
export const SITE_FLAGS = {
  /** In a function: runs later, if at all. */
  nested: 1,
  /** A glob whose matches are imported at once. */
  eager: 2,
  /** The specifier is a pattern. */
  pattern: 4,
  /** A comment says that cycles through it are meant to be. */
  ignored: 128,
} as const;
