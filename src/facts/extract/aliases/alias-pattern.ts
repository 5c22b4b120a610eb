import type { BundlerAlias } from '../../records.ts';

/** What of a specifier an alias replaces, and what is left to the replacement. */
export interface AliasPattern extends Pick<BundlerAlias, 'find' | 'match'> {
  /** True when the expression captures the rest of the specifier: `$1` at the end of the replacement stands for it. */
  readonly captures: boolean;
}

const LITERAL_CHARACTER = /[\w@~#/:-]|\\[^\w\s]/y;

/**
 * A regular expression that is only a way to write a literal: `^@\/`, `^~$`, `^@(?=\/)`, `^@\/(.*)$`. Null for any other; those
 * cannot be told apart from what they would match without running them.
 */
export function literalPattern(expression: string, flags: string): AliasPattern | null {
  if (flags.replace('g', '') !== '' || !expression.startsWith('^')) return null;
  let find = '';
  let at = 1;
  for (;;) {
    LITERAL_CHARACTER.lastIndex = at;
    const character = LITERAL_CHARACTER.exec(expression)?.[0];
    if (character === undefined) break;
    find += character.replace('\\', '');
    at += character.length;
  }
  if (find === '') return null;
  switch (expression.slice(at)) {
    case '':
      return { find, match: 'start', captures: false };
    case '$':
      return { find, match: 'exact', captures: false };
    case '(?=\\/)':
    case '(?=/)':
      return { find, match: 'name', captures: false };
    case '(.*)':
    case '(.*)$':
    case '(.+)':
    case '(.+)$':
      return { find, match: 'start', captures: true };
    default:
      return null;
  }
}

/** A key as webpack reads it: `vue$` is that name and nothing below it. Vite has no such keys, and no names that end so. */
export function keyPattern(key: string): AliasPattern {
  return key.length > 1 && key.endsWith('$')
    ? { find: key.slice(0, -1), match: 'exact', captures: false }
    : { find: key, match: 'name', captures: false };
}
