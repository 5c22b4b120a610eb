import { importedPackage, undeclaredImports } from '../../packages/imported-package.ts';
import { packageIndex } from '../../packages/package-index.ts';
import { declaredKinds } from '../declared-packages.ts';
import { kindMask } from '../kind-mask.ts';
import { type Found, forEachEdge, foundEdge, type RuleContext, selectOr } from '../rule-context.ts';
import type { RuleOf } from '../rule-schema.ts';

/**
 * Every import of a package that its importer declares only in ways that the rule does not want. What the manifest of an importer declares twice, `peer` and
 * `development`, is wanted when either is. Nothing is found where a manifest could not be read.
 */
export function checkDependencies(context: RuleContext, rule: RuleOf<'dependencies'>): Found[] {
  const { image } = context;
  const packages = packageIndex(image);
  const to = selectOr(context, rule.name, rule.to);
  const undeclared = rule.not.includes('undeclared') ? undeclaredImports(image) : () => null;
  const mask = kindMask(rule.kinds);
  const found: Found[] = [];
  forEachEdge(context, context.selectors.select(rule.name, rule.from), rule.kinds, (source, target, edge) => {
    const isLost = undeclared(source, target) !== null;
    const name = to[target] === 1 ? importedPackage(image, packages, [source, edge], mask) : null;
    const kinds = isLost ? (['undeclared'] as const) : name === null ? null : declaredKinds(packages, source, name);
    if (kinds === null || kinds.some((kind) => !rule.not.includes(kind))) return;
    const how =
      kinds[0] === 'undeclared' ? 'which its package does not declare' : `a ${kinds.join(' and ')} dependency`;
    const message = (from: string, id: string): string => `${from} imports ${name ?? id.slice(2)}, ${how}`;
    found.push(foundEdge(context, edge, mask, message));
  });
  return found;
}
