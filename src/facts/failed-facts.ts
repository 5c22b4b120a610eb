import type { DiagnosticCode, FileFacts } from './records.ts';

/** The facts of a file whose bytes never reached the extractor: that it is there, and why nothing more is known. */
export function failedFacts(path: string, code: DiagnosticCode): FileFacts {
  const diagnostics = [{ path, code, message: '', line: 0, column: 0 }];
  return { path, hash: '', lines: 0, status: 'failed', diagnostics, sites: new Uint32Array(), strings: [] };
}
