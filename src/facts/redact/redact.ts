import { findSecrets, mayHoldSecrets } from './find-secrets.ts';

/**
 * The text with `[redacted: <rule>]` in the place of each secret. Everything of a source's text that goes into an image, a cache, an answer or a log
 * goes through here. Line breaks within a secret stay, so that lines keep their numbers. What is redacted already stays as it is.
 */
export function redact(text: string): string {
  if (!mayHoldSecrets(text)) return text;
  let result = '';
  let from = 0;
  for (const { start, end, rule } of findSecrets(text)) {
    result += `${text.slice(from, start)}[redacted: ${rule}]${text.slice(start, end).replace(/[^\n]+/g, '')}`;
    from = end;
  }
  return result + text.slice(from);
}
