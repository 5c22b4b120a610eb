/**
 * Regular expressions of rules are matched against every path, and they come out of the project that is checked: `(a+)+$` alone keeps a
 * matcher busy for ever. Without a repeated group that has a choice in it, backtracking is at most a power of the length of a path, and that
 * power is the number of repeats that have no end.
 */
const LONGEST_PATTERN = 1000;
/** Of `*`, `+` and `{2,}`: four on a path of 250 characters is 10^7 steps at the very worst. */
const MOST_REPEATS = 4;

const QUANTIFIER = /^(?:[*+?]|\{\d+(?:,\d*)?\})/;

/** False for a regular expression that could take for ever to match: a repeated group with a choice in it, references back, too many repeats. */
export function isTamePattern(pattern: string): boolean {
  if (pattern.length > LONGEST_PATTERN || /\\[1-9]|\\k</.test(pattern)) return false;
  // Whether the open groups, outermost first, hold a choice: repeated, two ways to match one text multiply.
  const open: boolean[] = [];
  let repeats = 0;
  let closed = false;
  for (let at = 0; at < pattern.length; ) {
    const quantifier = QUANTIFIER.exec(pattern.slice(at, at + 16))?.[0];
    if (quantifier !== undefined) {
      const isEndless = /^[*+]|,\}$/.test(quantifier);
      if (closed && quantifier !== '?') return false;
      if (isEndless) repeats++;
      open.fill(true);
      closed = false;
      at += quantifier.length;
      continue;
    }
    const character = pattern[at] ?? '';
    closed = false;
    if (character === '|') open.fill(true);
    if (character === '(') {
      open.push(false);
      // `(?:`, `(?=`, `(?!`: the question mark is no quantifier.
      if (pattern[at + 1] === '?') at++;
    } else if (character === ')') closed = open.pop() ?? false;
    at += lengthOfAtom(pattern, at);
  }
  return repeats <= MOST_REPEATS;
}

/** Of an escape, a class of characters or a single character. */
function lengthOfAtom(pattern: string, at: number): number {
  if (pattern[at] === '\\') return 2;
  if (pattern[at] !== '[') return 1;
  let end = at + 1;
  while (end < pattern.length && pattern[end] !== ']') end += pattern[end] === '\\' ? 2 : 1;
  return end - at + 1;
}
