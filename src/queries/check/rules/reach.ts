import { chainsTo } from '../chains.ts';
import { kindMask } from '../kind-mask.ts';
import { refers } from '../pair-selector.ts';
import { type Found, foundFile, type RuleContext, selectFiles } from '../rule-context.ts';
import type { RuleOf } from '../rule-schema.ts';
import type { Selection } from '../selector.ts';
import { badRule } from '../term-matcher.ts';

type ReachRule = RuleOf<'must-not-reach' | 'must-reach' | 'must-be-reached' | 'via'>;

/** Every module from which a chain leads there, with a shortest one. */
export function checkMustNotReach(context: RuleContext, rule: RuleOf<'must-not-reach'>): Found[] {
  return foundChains(context, rule, null, (from, to) => `${from} must not reach ${to}`);
}

/** Every module from which a chain leads there past what it should go through. */
export function checkVia(context: RuleContext, rule: RuleOf<'via'>): Found[] {
  const through = context.selectors.select(rule.name, rule.via);
  const name = [rule.via].flat().join(', ');
  return foundChains(context, rule, through, (from, to) => `${from} reaches ${to} without going through ${name}`);
}

/** Every module here from which no chain leads there. One that is itself there is fine. */
export function checkMustReach(context: RuleContext, rule: RuleOf<'must-reach'>): Found[] {
  const { graph } = context.image;
  const { reaches } = chainsTo(graph, goalsOf(context, rule), kindMask(rule.kinds), null);
  return selectFiles(context, rule.name, rule.from)
    .filter((node) => !reaches(node))
    .map((node) => foundFile(context, node, (id) => `${id} does not reach ${[rule.to].flat().join(', ')}`));
}

/** Every module there to which no chain leads from here. One that is itself here is fine. */
export function checkMustBeReached(context: RuleContext, rule: RuleOf<'must-be-reached'>): Found[] {
  const { graph } = context.image;
  const starts: number[] = [];
  context.selectors.select(rule.name, rule.from).forEach((is, node) => void (is && starts.push(node)));
  const mask = kindMask(rule.kinds);
  const reached = new Uint8Array(graph.nodeCount);
  goalsOf(context, rule);
  const { nodes } = context.kernels.reach(graph.forward, starts, { depth: Number.POSITIVE_INFINITY, mask });
  for (const node of nodes) reached[node] = 1;
  return selectFiles(context, rule.name, rule.to)
    .filter((node) => reached[node] === 0)
    .map((node) => foundFile(context, node, (id) => `${[rule.from].flat().join(', ')} does not reach ${id}`));
}

function goalsOf({ selectors }: RuleContext, rule: ReachRule): Selection {
  if (refers([rule.to].flat())) throw badRule(rule.name, '`$1` is for rules about single imports');
  return selectors.select(rule.name, rule.to);
}

function foundChains(
  context: RuleContext,
  rule: ReachRule,
  through: Selection | null,
  message: (from: string, to: string) => string,
): Found[] {
  const { graph } = context.image;
  const mask = kindMask(rule.kinds);
  const goals = goalsOf(context, rule);
  const chains = chainsTo(graph, goals, mask, through);
  const found: Found[] = [];
  for (const node of selectFiles(context, rule.name, rule.from)) {
    // What is itself there would be told that it reaches itself.
    if (goals[node] === 1 || !chains.reaches(node)) continue;
    const [from, to] = [graph.idOf(node), graph.idOf(chains.goalOf(node))];
    const edge = chains.firstEdge(node);
    const chain = (limit: number): number[] => chains.chainFrom(node, limit);
    found.push({ from, to, edge, mask, message: message(from, to), chain });
  }
  return found;
}
