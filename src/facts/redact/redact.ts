import { findSecrets, type SecretValues } from './find-secrets.ts';

/**
 * The text with `[redacted: <rule>]` in the place of each secret. Everything of a source's text that goes into an image, a cache, an answer or a log
 * goes through here. Line breaks within a secret stay, so that lines keep their numbers. What is redacted already stays as it is.
 * @param known secrets that were found elsewhere, and would not be told from other texts here
 */
export function redact(text: string, known: SecretValues = NONE): string {
  let result = '';
  let from = 0;
  for (const { start, end, rule } of findSecrets(text, known)) {
    result += `${text.slice(from, start)}[redacted: ${rule}]${text.slice(start, end).replace(/[^\n]+/g, '')}`;
    from = end;
  }
  return result + text.slice(from);
}

const NONE: SecretValues = new Map();
