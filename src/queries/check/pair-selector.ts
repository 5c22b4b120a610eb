import type { RuleContext } from './rule-context.ts';
import type { RuleOf } from './rule-schema.ts';
import { badRule, expandTags, matcherOf, patternOf, type Selection } from './selector.ts';

/** From where to where: `matches` is asked only of nodes that `from` selects. */
export interface PairSelector {
  readonly from: Selection;
  matches(source: number, target: number): boolean;
}

type Pairs = Pick<RuleOf<'forbidden'>, 'name' | 'from' | 'to'>;

/**
 * The pairs that a rule is about. When `from` is one regular expression with groups, `$1` in `to` stands for what its first group matched in the
 * importer's id: `re:^src/features/([^/]+)/` and `!src/features/$1` say that a feature imports no other.
 * @throws ConduitError CONDUIT_BAD_CONFIG
 */
export function selectPairs(context: RuleContext, rule: Pairs): PairSelector {
  const { selectors, image } = context;
  const from = selectors.select(rule.name, rule.from);
  if (!refers([rule.to].flat())) {
    const to = selectors.select(rule.name, rule.to);
    return { from, matches: (_, target) => to[target] === 1 };
  }
  const groupsOf = groupReader(context, rule);
  const known = new Map<string, (id: string) => boolean>();
  return {
    from,
    matches(source, target) {
      const groups = groupsOf(source);
      const key = groups.join('\0');
      const matches = known.get(key) ?? matchTerms(context, rule, groups);
      known.set(key, matches);
      return matches(image.graph.idOf(target));
    },
  };
}

/** Whether terms refer to groups of another. */
export function refers(terms: readonly string[]): boolean {
  return terms.some((term) => /\$[1-9]/.test(term));
}

/** What the groups of `from` matched in the id of a node that it selects. */
function groupReader({ image: { graph } }: RuleContext, { name, from }: Pairs): (node: number) => string[] {
  const [first, ...others] = [from].flat().filter((term) => !term.startsWith('!'));
  if (first === undefined || others.length > 0 || !first.startsWith('re:')) {
    throw badRule(name, '`$1` in `to` needs a `from` that is one regular expression');
  }
  const expression = patternOf(name, first.slice('re:'.length));
  let last = -1;
  let groups: string[] = [];
  return (node) => {
    // Edges come importer by importer.
    if (node !== last) groups = (expression.exec(graph.idOf(node)) ?? []).slice(1).map((group) => group ?? '');
    last = node;
    return groups;
  };
}

function matchTerms({ tags }: RuleContext, { name, to }: Pairs, groups: readonly string[]): (id: string) => boolean {
  const written = [to].flat().map((term) => withGroups(term, groups));
  const terms = expandTags(name, written, tags);
  const matchers = terms.map((term) => {
    if (/^!?package:/.test(term)) throw badRule(name, 'beside `$1`, packages are selected by their folders');
    return { isOut: term.startsWith('!'), matches: matcherOf(name, term.replace(/^!/, '')) };
  });
  const taken = matchers.filter(({ isOut }) => !isOut);
  const left = matchers.filter(({ isOut }) => isOut);
  return (id) =>
    (taken.length === 0 || taken.some(({ matches }) => matches(id))) && !left.some(({ matches }) => matches(id));
}

/** With what groups matched in the place of references to them; as text, whatever it looks like. */
function withGroups(term: string, groups: readonly string[]): string {
  // In a glob, a backslash before what needs none is a letter of its own to some.
  const special = /^!?re:/.test(term) ? /[\\^$.*+?()[\]{}|]/g : /[\\*+?()[\]{}|!@]/g;
  return term.replace(/\$([1-9])/g, (_, number: string) =>
    (groups[Number(number) - 1] ?? '').replace(special, (character) => `\\${character}`),
  );
}
