import type { Diagnostic } from '../../facts/records.ts';

/** Codes that mean something else than: nothing is known of this file's imports. */
const NO_FAILURE = /^(skipped|rescued|broken)-/;

/** The files that were read and not understood, with the reason in a line. */
export function listFailures(entries: readonly Diagnostic[]): { readonly path: string; readonly reason: string }[] {
  return entries
    .filter(({ code }) => !NO_FAILURE.test(code))
    .map(({ path, code, message }) => ({ path, reason: message === '' ? code : `${code}: ${message}` }));
}
