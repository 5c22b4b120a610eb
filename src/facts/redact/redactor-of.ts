import { mayHoldSecrets } from './find-secrets.ts';
import { redact } from './redact.ts';

/** {@link redact}, for the texts of one source; null where none of them can hold a secret. */
export type Redactor = ((text: string) => string) | null;

/**
 * The redactor of a source: looks through all of it once, so that its texts need not be looked at one by one where there is no mark of a secret in it,
 * as in five of six.
 */
export function redactorOf(source: Uint8Array): Redactor {
  // Marks are ASCII; read so, nothing has to be decoded.
  const text = Buffer.from(source.buffer, source.byteOffset, source.length).toString('latin1');
  return mayHoldSecrets(text) ? redact : null;
}
