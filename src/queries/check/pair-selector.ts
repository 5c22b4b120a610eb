import type { RuleContext } from './rule-context.ts';
import type { RuleOf } from './rule-schema.ts';
import { badRule, matcherOf, patternOf, type Selection } from './selector.ts';

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
  const known = new Map<string, (target: number) => boolean>();
  // Once for all groups, of which there can be as many as folders.
  const fixed = new Map(
    [rule.to].flat().flatMap((text) => (refers([text]) ? [] : [[text, selectors.select(rule.name, text)] as const])),
  );
  return {
    from,
    matches(source, target) {
      if (image.graph.kindOf(target) === 'unresolved') return false;
      const groups = groupsOf(source);
      const key = groups.join('\0');
      const matches = known.get(key) ?? matchTerms(context, rule, groups, fixed);
      known.set(key, matches);
      return matches(target);
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

/** Terms without references are selections as elsewhere; the others are matched when they are asked for. */
function matchTerms(
  { image }: RuleContext,
  { name, to }: Pairs,
  groups: readonly string[],
  fixed: ReadonlyMap<string, Selection>,
): (target: number) => boolean {
  const terms = [to].flat().map((text) => {
    const [isOut, term] = [text.startsWith('!'), text.replace(/^!/, '')];
    const selection = fixed.get(text);
    if (selection) return { isOut, matches: (target: number) => (selection[target] === 1) !== isOut };
    if (term.startsWith('package:')) throw badRule(name, 'beside `$1`, packages are selected by their folders');
    const matches = matcherOf(name, withGroups(term, groups));
    return { isOut, matches: (target: number) => matches(image.graph.idOf(target)) };
  });
  const taken = terms.filter(({ isOut }) => !isOut);
  const left = terms.filter(({ isOut }) => isOut);
  return (target) =>
    (taken.length === 0 || taken.some(({ matches }) => matches(target))) &&
    !left.some(({ matches }) => matches(target));
}

/** With what groups matched in the place of references to them; as text, whatever it looks like. */
function withGroups(term: string, groups: readonly string[]): string {
  // In a glob, a backslash before what needs none is a letter of its own to some.
  const special = /^!?re:/.test(term) ? /[\\^$.*+?()[\]{}|]/g : /[\\*+?()[\]{}|!@]/g;
  return term.replace(/\$([1-9])/g, (_, number: string) =>
    (groups[Number(number) - 1] ?? '').replace(special, (character) => `\\${character}`),
  );
}
