import ignore, { type Ignore } from 'ignore';
import { type CandidateTest, candidateTest } from './ignore-candidates.ts';

/** The ignore rules that hold in one folder: its own file's, then its parents', outwards. */
export interface IgnoreRules {
  /** Folder the patterns are relative to; '' is the root. */
  readonly directory: string;
  readonly mayJudge: CandidateTest;
  /** Read when first asked for: most files never have to judge. */
  readonly patterns: () => Ignore;
  readonly outer: IgnoreRules | null;
}

/** What ignore files say of a path; `brought-back`: a `!pattern` names it. */
export type Opinion = 'ignored' | 'brought-back' | 'none';

/**
 * The rules inside `directory` when it has an ignore file of its own with that text. Patterns are matched with
 * case, whatever the machine's file system, so that an image does not depend on it.
 */
export function nestIgnoreRules(outer: IgnoreRules | null, directory: string, text: string): IgnoreRules | null {
  const mayJudge = candidateTest(text);
  return mayJudge ? { directory, mayJudge, patterns: once(() => noRules().add(text)), outer } : outer;
}

/**
 * What git does with the path: the innermost file with an opinion decides.
 * The caller never enters an ignored folder, which is why nothing below one can be brought back.
 * @param path from the root; a folder's ends with `/`
 */
export function opinionOn(rules: IgnoreRules | null, path: string): Opinion {
  if (!rules) return 'none';
  const bare = path.endsWith('/') ? path.slice(0, -1) : path;
  const name = bare.slice(bare.lastIndexOf('/') + 1);
  for (let level: IgnoreRules | null = rules; level; level = level.outer) {
    const from = startOf(level);
    if (!level.mayJudge(bare.slice(from), name)) continue;
    const { ignored, unignored } = level.patterns().test(path.slice(from));
    if (ignored) return 'ignored';
    if (unignored) return 'brought-back';
  }
  return 'none';
}

/**
 * The rules below a folder that was brought back. The library takes whatever lies in a folder that a file ignores for ignored by that file,
 * although a file further in has the last word on the folder; git goes by the path itself.
 */
export function rulesBelow(rules: IgnoreRules | null, folder: string): IgnoreRules | null {
  if (!rules) return null;
  const exception = `!/${folder.slice(startOf(rules)).replace(/[\\*?[\] ]/g, '\\$&')}/`;
  // In an array, a name with a line break stays one pattern.
  const patterns = once(() => noRules().add(rules.patterns()).add([exception]));
  return { ...rules, patterns, outer: rulesBelow(rules.outer, folder) };
}

const noRules = (): Ignore => ignore({ ignorecase: false });

const startOf = ({ directory }: IgnoreRules): number => (directory === '' ? 0 : directory.length + 1);

function once<Value extends object>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= make();
    return value;
  };
}
