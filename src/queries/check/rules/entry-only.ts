import { kindMask } from '../kind-mask.ts';
import { packageMatcher } from '../package-matcher.ts';
import { type Found, forEachEdge, foundEdge, type RuleContext, selectOr } from '../rule-context.ts';
import type { RuleOf } from '../rule-schema.ts';

/** What scripts and tools start with, or leave out, is no way in for other packages. */
const INNER_WAYS: ReadonlySet<string> = new Set(['script', 'tool', 'left-out']);

/**
 * Every import from outside a package that leads past what its manifest offers (`exports`, `main`, `module`, `types`, `browser`, `bin`). A package of which no
 * entry is known is noted and passed over.
 */
export function checkEntryOnly(context: RuleContext, rule: RuleOf<'entry-only'>): Found[] {
  const { graph } = context.image;
  const matches = packageMatcher(rule.name, rule.packages);
  const entries = entriesByFolder(context);
  const closed = Array.from({ length: graph.packageCount }, (_, number) => {
    const directory = graph.packageDirectory(number);
    if (directory === null || !matches(graph.packageName(number))) return null;
    const own = entries.get(directory) ?? null;
    if (own === null) context.selectors.note(rule.name, `of \`${graph.packageName(number)}\` no entry is known`);
    return own;
  });
  const found: Found[] = [];
  forEachEdge(context, selectOr(context, rule.name, rule.from), rule.kinds, (source, target, edge) => {
    const number = graph.packageNumberOf(target);
    const own = number === null ? null : closed[number];
    if (!own || own.has(target) || number === graph.packageNumberOf(source)) return;
    if (graph.kindOf(target) !== 'module') return;
    const message = (from: string, to: string): string =>
      `${from} imports ${to}, which is no entry of ${graph.packageOf(target)}`;
    found.push(foundEdge(context, edge, kindMask(rule.kinds), message));
  });
  return found;
}

/** Nodes that the manifests of packages offer, by folder; packages without any have no entry. */
function entriesByFolder({ image: { project } }: RuleContext): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  for (const { package: own, kind, node } of project.entries) {
    const directory = project.packages[own]?.directory;
    if (directory === undefined || node === null || INNER_WAYS.has(kind)) continue;
    const nodes = found.get(directory);
    if (nodes) nodes.add(node);
    else found.set(directory, new Set([node]));
  }
  return found;
}
