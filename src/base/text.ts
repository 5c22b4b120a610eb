/**
 * Orders strings by UTF-16 code unit. The only order used for anything that reaches an image or an
 * answer: `localeCompare` depends on the machine's locale data and would break byte identity.
 */
export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `1 file`, `2 files`. */
export function plural(count: number, singular: string, many = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : many}`;
}

/**
 * The text with control and direction characters written as escapes (`\u001b`), for people's eyes. Names of files and specifiers are
 * whatever somebody put into a project: printed raw, they could move the cursor, set a terminal's title, fake a line,
 * or show a path backwards.
 */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Bidi_Control}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * The text with halves of surrogate pairs replaced by U+FFFD. A string literal can hold one, written as an escape; it has no UTF-8 form,
 * so whatever is ordered or compared before it is stored must be well-formed first.
 */
export function wellFormed(text: string): string {
  return text.toWellFormed();
}
