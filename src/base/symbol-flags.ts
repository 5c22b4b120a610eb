/**
 * What can be said of a declaration beside its kind, by the bits DECLARED_… of src/facts/symbol-records.ts, lowest first; a test holds the two against
 * each other. Append only.
 */
export const SYMBOL_FLAGS = [
  'static',
  'abstract',
  'optional',
  'readonly',
  'async',
  'ambient',
  'private',
  'protected',
  'parameter',
  'overload',
  'default',
  'cut',
] as const;

export type SymbolFlag = (typeof SYMBOL_FLAGS)[number];

/** The flags in a mask, in the order of {@link SYMBOL_FLAGS}; bits of a later version are passed over. */
export function symbolFlagsOf(mask: number): SymbolFlag[] {
  return SYMBOL_FLAGS.filter((_, bit) => (mask & (1 << bit)) !== 0);
}
