import { isAscii } from 'node:buffer';
import type { SeenMarks } from '../../wasm/mark-table.ts';
import { findSecrets, suspectedAmong, suspectedRules, valuesOf } from './find-secrets.ts';
import { rulesOfWords } from './mark-words.ts';
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
 * @param marks what it has of MARK_WORDS (mark-words.ts)
 */
export function redactorOf(source: Uint8Array, marks: SeenMarks): Redactor | null {
  if (marks.words.length === 0) return null;
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.length);
  // Marks are ASCII; read so, nothing has to be decoded.
  const latin1 = bytes.toString('latin1');
  // Decoded, white space of other scripts may stand where bytes have none: then every rule is asked.
  const isPlain = isAscii(bytes);
  const suspected = isPlain ? suspectedAmong(latin1, rulesOfWords(marks.words)) : suspectedRules(latin1, marks);
  if (suspected.length === 0) return null;
  const text = isPlain ? latin1 : bytes.toString('utf8');
  const values = valuesOf(text, findSecrets(text, new Map(), suspected));
  return { redact: (text) => redact(text, values), found: values.size > 0 };
}
