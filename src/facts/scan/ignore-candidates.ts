/** Literal text that every path has which a pattern can match: what it begins with, holds and ends with. */
interface Marks {
  readonly start: string;
  readonly middle: string;
  readonly end: string;
}

/** Whether some line of an ignore file might have an opinion on a path: `path` from the file's folder, `name` its last segment, no `/` behind. */
export type CandidateTest = (path: string, name: string) => boolean;

/**
 * A cheap question to ask before the library that knows: nearly no path of a project is named by an ignore file, and testing
 * every pattern on every path was a third of a sweep. May say yes too often, never no for a path that some line ignores or brings
 * back by itself (as opposed to by a folder above it), so neither the order of lines nor `!` matters here.
 * @param text of an ignore file
 * @returns null when it has no patterns
 */
export function candidateTest(text: string): CandidateTest | null {
  const patterns = patternsOf(text);
  if (patterns.length === 0) return null;
  const names = new Set<string>();
  const nameMarks: Marks[] = [];
  const pathMarks: Marks[] = [];
  for (const pattern of patterns) {
    // An escape changes what the characters after it mean. Rare enough to leave to the library.
    if (pattern.includes('\\')) return () => true;
    const isFloating = ANY_FOLDER.test(pattern);
    const rest = pattern.replace(isFloating ? ANY_FOLDER : /^\//, '');
    if (rest.includes('/') || (!isFloating && rest !== pattern)) pathMarks.push(marksOf(rest, !isFloating));
    else if (WILDCARDS.test(rest)) nameMarks.push(marksOf(rest, true));
    else names.add(rest);
  }
  return (path, name) =>
    names.has(name) || nameMarks.some((marks) => bears(marks, name)) || pathMarks.some((marks) => bears(marks, path));
}

/** In front of what is meant at any depth. */
const ANY_FOLDER = /^\/?(?:\*{2,}\/)+/;

/** A run of `*` and `?`, or a bracket expression; where one of these names a class (`[[:digit:]]`), all from the first bracket to the last. */
const WILDCARDS = /[*?]+|\[(?=.*\[:).*\]|\[[!^]?\]?[^\]]*\]/s;

/** The lines as git reads them, without `!` in front and `/` behind. */
function patternsOf(text: string): string[] {
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/\r$/, '')
    .split(/\r?\n/);
  return lines
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.replace(/^!/, '').replace(/ +$/, ''))
    .filter((pattern) => pattern !== '')
    .map((pattern) => pattern.replace(/\/$/, ''));
}

function marksOf(pattern: string, isAnchored: boolean): Marks {
  const pieces = pattern.split(WILDCARDS);
  const inner = pieces.slice(isAnchored ? 1 : 0, -1);
  return {
    start: isAnchored ? (pieces[0] ?? '') : '',
    middle: inner.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), ''),
    end: pieces.at(-1) ?? '',
  };
}

function bears({ start, middle, end }: Marks, text: string): boolean {
  return text.startsWith(start) && text.endsWith(end) && text.includes(middle);
}
