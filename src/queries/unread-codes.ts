import type { DiagnosticsReader } from '../image/reader.ts';

type DiagnosticCode = ReturnType<DiagnosticsReader['entries']>[number]['code'];

/** Codes of diagnostics that say of a file that nothing is known of its imports. */
export const UNREAD_CODES: ReadonlySet<DiagnosticCode> = new Set([
  'unreadable',
  'not-utf8',
  'nested-too-deep',
  'syntax-error',
  'parser-crashed',
  'parser-hung',
  'parser-limit',
]);
