/**
 * The version of everything that turns a file's bytes into its facts: parser options, tape, extractors and the
 * layout of the facts. Raise it with every change of what they say; cached facts of another version are forgotten.
 */
export const EXTRACTOR_VERSION = '11';
