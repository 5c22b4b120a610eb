import type { SelectorText } from './rule-terms.ts';
import { badRule, matcherOf } from './term-matcher.ts';

/**
 * Whether the name of a package is one that terms (globs of names) select.
 * @throws ConduitError CONDUIT_BAD_CONFIG
 */
export function packageMatcher(rule: string, text: SelectorText): (name: string) => boolean {
  const terms = [text].flat().map((term) => {
    const glob = term.replace(/^!/, '');
    if (/^(tag|package):/.test(glob)) throw badRule(rule, 'packages are selected by globs of their names alone');
    return { isOut: term.startsWith('!'), matches: matcherOf(rule, glob) };
  });
  const taken = terms.filter(({ isOut }) => !isOut);
  const left = terms.filter(({ isOut }) => isOut);
  return (name) =>
    (taken.length === 0 || taken.some(({ matches }) => matches(name))) && !left.some(({ matches }) => matches(name));
}
