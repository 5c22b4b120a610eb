import { declarationsOf } from '../declared-packages.ts';
import { kindMask } from '../kind-mask.ts';
import { type Found, forEachEdge, foundEdge, type RuleContext, selectOr } from '../rule-context.ts';
import type { RuleOf } from '../rule-schema.ts';

/**
 * Every import of a package that its importer declares only in ways that the rule does not want. What the manifest of an importer declares twice, `peer` and
 * `development`, is wanted when either is. Nothing is found where a manifest could not be read.
 */
export function checkDependencies(context: RuleContext, rule: RuleOf<'dependencies'>): Found[] {
  const declared = declarationsOf(context.image);
  const to = selectOr(context, rule.name, rule.to);
  const mask = kindMask(rule.kinds);
  const found: Found[] = [];
  forEachEdge(context, context.selectors.select(rule.name, rule.from), rule.kinds, (source, target, edge) => {
    const name = to[target] === 1 ? packageImported(context.image, [source, target, edge], mask) : null;
    const kinds = name === null ? null : declared(source, name);
    if (kinds === null || kinds.some((kind) => !rule.not.includes(kind))) return;
    const how =
      kinds[0] === 'undeclared' ? 'which its package does not declare' : `a ${kinds.join(' and ')} dependency`;
    const message = (from: string): string => `${from} imports ${name}, ${how}`;
    found.push(foundEdge(context, edge, mask, message));
  });
  return found;
}

/** The name of the package that an import names; null for one of a file of the same package, or by its path. */
function packageImported(
  { graph }: RuleContext['image'],
  [source, target, edge]: readonly [number, number, number],
  mask: number,
): string | null {
  const name = graph.packageOf(target);
  if (name === null || graph.kindOf(target) === 'external') return name;
  if (graph.packageNumberOf(source) === graph.packageNumberOf(target)) return null;
  const isNamed = graph
    .sitesOf(edge)
    .some(({ kind, specifier }) => (mask & (1 << kind)) !== 0 && `${specifier}/`.startsWith(`${name}/`));
  return isNamed ? name : null;
}
