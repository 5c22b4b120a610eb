import { ConduitError } from '../../base/errors.ts';
import { isTameGlob } from '../../base/tame-glob.ts';
import { isTamePattern } from '../../base/tame-pattern.ts';
import { matchGlobs } from '../match-globs.ts';

/** Whether a text (an id, or of `package:` the name of a package) is what a term says. */
export function matcherOf(rule: string, term: string): (text: string) => boolean {
  if (term.startsWith('re:')) {
    const expression = patternOf(rule, term.slice('re:'.length));
    return (text) => expression.test(text);
  }
  const glob = term.replace(/^package:/, '');
  const literal = /^[^*?[\]{}()!\\|]+$/.exec(glob.replace(/(?<=.)\/(?:\*\*)?$/, ''))?.[0];
  // Most terms are a folder, and so need no expression.
  if (literal !== undefined) {
    const within = `${literal}/`;
    return (text) => text.startsWith(within) || text === literal;
  }
  if (!isTameGlob(glob)) throw badRule(rule, `\`${glob}\` has too many wildcards`);
  try {
    return matchGlobs('glob', [glob]) ?? (() => false);
  } catch {
    throw badRule(rule, `\`${glob}\` is not a glob: is a bracket missing?`);
  }
}

/** @throws ConduitError CONDUIT_BAD_CONFIG for what is no regular expression, or one that could take for ever */
export function patternOf(rule: string, pattern: string): RegExp {
  if (!isTamePattern(pattern)) throw badRule(rule, `the expression \`${pattern}\` could take for ever`);
  try {
    return new RegExp(pattern);
  } catch {
    throw badRule(rule, `\`${pattern}\` is not a regular expression`);
  }
}

export function badRule(rule: string, what: string, candidates?: readonly string[]): ConduitError {
  return new ConduitError('CONDUIT_BAD_CONFIG', `introspect.config.json: check: rule \`${rule}\`: ${what}`, candidates);
}
