/**
 * Globs are compiled to backtracking regular expressions, and they come out of the project that is indexed: `a*a*a*a*a*b` alone keeps
 * a matcher busy for minutes on one long name. The limits are beyond what people write; measured on names of 250 characters,
 * three wildcards in one part of a path cost 13 ms a path, four 800 ms, six do not end.
 */
const LONGEST_GLOB = 1000;
const MOST_GLOBSTARS = 3;
/** Wildcards beyond the first one of a part, over all parts. */
const MOST_EXTRA_WILDCARDS = 2;
/** `{a,b}`, `(a|b)`: those that overlap, `{a,aa}{a,aa}…`, multiply. */
const MOST_ALTERNATIVES = 4;

/** A group repeated, `+(a|aa)` or (picomatch takes it for one) `(a+)+`: exponential with a single one. */
const REPEATED_GROUP = /[*+]\(|\)[*+?{]/;

/** False for a glob that could take for ever to match, or that picomatch throws on for its length. */
export function isTameGlob(glob: string): boolean {
  if (glob.length > LONGEST_GLOB || REPEATED_GROUP.test(glob)) return false;
  const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;
  const parts = glob.split('/');
  const globstars = parts.filter((part) => part === '**').length;
  const extra = parts.map((part) => Math.max(0, count(part, /\*+|\]\+|!\(/g) - 1)).reduce((sum, more) => sum + more, 0);
  return globstars <= MOST_GLOBSTARS && extra <= MOST_EXTRA_WILDCARDS && count(glob, /[{(]/g) <= MOST_ALTERNATIVES;
}
