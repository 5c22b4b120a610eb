import type { FirstMarks } from '../../wasm/source-survey.ts';
import { findSecrets, suspectedRules, valuesOf } from './find-secrets.ts';
import { redact } from './redact.ts';

/** For the texts of one source. */
export interface Redactor {
  /** {@link redact}, and what the source elsewhere gives away as a secret. */
  redact(text: string): string;
  /** Whether a secret was found in the source. Where none was, whole lines of it have none. */
  readonly found: boolean;
}

/**
 * The redactor of a source: looks through all of it once, so that its texts need not be looked at one by one where nothing in it looks like the mark of
 * a secret: then it is null.
 * @param marks where the first of MARK_WORDS (mark-words.ts) are
 */
export function redactorOf(source: Uint8Array, marks: FirstMarks): Redactor | null {
  if (marks.ignoringCase === source.length && marks.exact === source.length) return null;
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.length);
  // Marks are ASCII; read so, nothing has to be decoded.
  const suspected = suspectedRules(bytes.toString('latin1'), marks);
  if (suspected.length === 0) return null;
  const text = bytes.toString('utf8');
  const values = valuesOf(text, findSecrets(text, new Map(), suspected));
  return { redact: (text) => redact(text, values), found: values.size > 0 };
}
