import type { RuleContext } from './rule-context.ts';
import type { SelectorText } from './rule-schema.ts';
import { expandTags, matcherOf } from './selector.ts';

/**
 * Whether the name of a package is one that terms (globs of names) select.
 * @throws ConduitError CONDUIT_BAD_CONFIG
 */
export function packageMatcher({ tags }: RuleContext, rule: string, text: SelectorText): (name: string) => boolean {
  const terms = expandTags(rule, text, tags).map((term) => ({
    isOut: term.startsWith('!'),
    matches: matcherOf(rule, term.replace(/^!/, '')),
  }));
  const taken = terms.filter(({ isOut }) => !isOut);
  const left = terms.filter(({ isOut }) => isOut);
  return (name) =>
    (taken.length === 0 || taken.some(({ matches }) => matches(name))) && !left.some(({ matches }) => matches(name));
}
