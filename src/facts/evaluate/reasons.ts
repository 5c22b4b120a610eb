/** Why a value is not known. A closed list, explained in docs/values.md. */
export const UNKNOWN_REASONS = [
  'parameter', // of a function that is asked about without a call
  'environment', // `process.env`, `import.meta.env`: only the running program knows
  'external-call', // what another package, or the platform, makes of it
  'unresolved-import',
  'not-exported', // the module that the import leads to has no such export
  'not-parsed', // the module's values are not there
  'mutated', // it is written to in code that runs later, or at a time that nobody knows
  'condition', // a condition that is not known decides what it holds
  'cycle', // modules that need one another's values while they are loaded
  'uninitialised', // it is read before it has a value
  'budget', // too large, too deep, or too long to be followed
  'unsupported-syntax',
  'accessor', // a getter or setter
  'asynchronous', // what a promise gives, or a generator
  'not-literal', // a key or an index that is not known
  'varies', // it was one thing after the other: in a loop, or in a function that is called more than once
  'throws', // it would throw
] as const;

export type UnknownReason = (typeof UNKNOWN_REASONS)[number];
