import ignore, { type Ignore } from 'ignore';

/** The ignore rules that hold in one folder: its own file's, then its parents', outwards. */
export interface IgnoreRules {
  /** Folder the patterns are relative to; '' is the root. */
  readonly directory: string;
  readonly patterns: Ignore;
  readonly outer: IgnoreRules | null;
}

/**
 * The rules inside `directory` when it has an ignore file of its own with that text. Patterns are matched with
 * case, whatever the machine's file system, so that an image does not depend on it.
 */
export function nestIgnoreRules(outer: IgnoreRules | null, directory: string, text: string): IgnoreRules {
  return { directory, patterns: ignore({ ignorecase: false }).add(text), outer };
}

/**
 * True when git would not look at the path: the innermost file with an opinion decides, and `!pattern` is one.
 * The caller never enters an ignored folder, which is why nothing below one can be brought back.
 * @param path from the root; a folder's ends with `/`
 */
export function isIgnored(rules: IgnoreRules | null, path: string): boolean {
  for (let level = rules; level; level = level.outer) {
    const inside = level.directory === '' ? path : path.slice(level.directory.length + 1);
    const { ignored, unignored } = level.patterns.test(inside);
    if (ignored) return true;
    if (unignored) return false;
  }
  return false;
}
