import type { RuleContext } from './rule-context.ts';
import type { RuleOf } from './rule-schema.ts';
import type { Selection } from './selector.ts';
import { badRule, matcherOf, patternOf } from './term-matcher.ts';

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
  const { selectors } = context;
  const from = selectors.select(rule.name, rule.from);
  if (!refers([rule.to].flat())) {
    const to = selectors.select(rule.name, rule.to);
    return { from, matches: (_, target) => to[target] === 1 };
  }
  const groupsOf = groupReader(context, rule);
  const fixed = fixedTerms(context, rule);
  const known = new Map<string, (target: number) => boolean>();
  let last = -1;
  let matchesLast: (target: number) => boolean = () => false;
  return {
    from,
    matches(source, target) {
      // Edges come importer by importer.
      if (source !== last) {
        const groups = groupsOf(source);
        const key = groups.join('\0');
        matchesLast = known.get(key) ?? matchTerms(context, rule, groups, fixed);
        known.set(key, matchesLast);
        last = source;
      }
      return matchesLast(target);
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
  return (node) => (expression.exec(graph.idOf(node)) ?? []).slice(1).map((group) => group ?? '');
}

/** What terms without references select: once for all groups, of which there can be as many as folders. */
interface FixedTerms {
  readonly taken: Selection;
  /** Also where an import leads that leads nowhere. */
  readonly left: Selection;
}

function fixedTerms({ image: { graph }, selectors }: RuleContext, { name, to }: Pairs): FixedTerms {
  const terms = [to].flat();
  const taken = new Uint8Array(graph.nodeCount).fill(Number(terms.every((term) => term.startsWith('!'))));
  const left = new Uint8Array(graph.nodeCount);
  for (const term of terms.filter((one) => !refers([one]))) {
    const selection = selectors.select(name, term);
    const isOut = term.startsWith('!');
    for (let node = 0; node < selection.length; node++) {
      if (isOut && selection[node] === 0) left[node] = 1;
      if (!isOut && selection[node] === 1) taken[node] = 1;
    }
  }
  for (let node = 0; node < left.length; node++) if (graph.kindOf(node) === 'unresolved') left[node] = 1;
  return { taken, left };
}

/** Terms with references are matched when they are asked for, and only where the others do not decide. */
function matchTerms(
  { image: { graph } }: RuleContext,
  { name, to }: Pairs,
  groups: readonly string[],
  { taken, left }: FixedTerms,
): (target: number) => boolean {
  const terms = [to]
    .flat()
    .filter((text) => refers([text]))
    .map((text) => {
      const term = text.replace(/^!/, '');
      if (term.startsWith('package:')) throw badRule(name, 'beside `$1`, packages are selected by their folders');
      return { isOut: text.startsWith('!'), matches: matcherOf(name, withGroups(term, groups)) };
    });
  const taking = terms.filter(({ isOut }) => !isOut);
  const leaving = terms.filter(({ isOut }) => isOut);
  return (target) => {
    if (left[target] === 1) return false;
    const id = graph.idOf(target);
    const isTaken = taken[target] === 1 || taking.some(({ matches }) => matches(id));
    return isTaken && !leaving.some(({ matches }) => matches(id));
  };
}

/** With what groups matched in the place of references to them; as text, whatever it looks like. */
function withGroups(term: string, groups: readonly string[]): string {
  // In a glob, a backslash before what needs none is a letter of its own to some.
  const special = /^!?re:/.test(term) ? /[\\^$.*+?()[\]{}|]/g : /[\\*+?()[\]{}|!@]/g;
  return term.replace(/\$([1-9])/g, (_, number: string) =>
    (groups[Number(number) - 1] ?? '').replace(special, (character) => `\\${character}`),
  );
}
