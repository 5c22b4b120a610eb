import type { ImageReader } from '../../../image/reader.ts';
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
  const isUndeclared = rule.not.includes('undeclared') ? undeclaredImports(context.image) : () => false;
  const mask = kindMask(rule.kinds);
  const found: Found[] = [];
  forEachEdge(context, context.selectors.select(rule.name, rule.from), rule.kinds, (source, target, edge) => {
    const isLost = isUndeclared(source, target);
    const name = to[target] === 1 ? packageImported(context.image, [source, target, edge], mask) : null;
    const kinds = isLost ? (['undeclared'] as const) : name === null ? null : declared(source, name);
    if (kinds === null || kinds.some((kind) => !rule.not.includes(kind))) return;
    const how =
      kinds[0] === 'undeclared' ? 'which its package does not declare' : `a ${kinds.join(' and ')} dependency`;
    const message = (from: string, id: string): string => `${from} imports ${name ?? id.slice(2)}, ${how}`;
    found.push(foundEdge(context, edge, mask, message));
  });
  return found;
}

/** Whether an import leads nowhere because no manifest declares the package that it names. */
function undeclaredImports({ graph, diagnostics }: ImageReader): (source: number, target: number) => boolean {
  const undeclared = new Set(
    diagnostics
      .unresolvedSites()
      .filter(({ reason }) => reason === 'package-not-declared')
      .map(({ path, specifier }) => `${path}\0${specifier}`),
  );
  return (source, target) =>
    graph.kindOf(target) === 'unresolved' && undeclared.has(`${graph.idOf(source)}\0${graph.idOf(target).slice(2)}`);
}

/** The name of the package that an import names; null for one of a file of the same package, or by its path. */
function packageImported(
  { graph }: ImageReader,
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
