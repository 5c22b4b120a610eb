import { ALL_EDGE_KINDS } from '../../../base/edge-kinds.ts';
import { COUNTED_KINDS } from '../../cycles/import-classes.ts';
import { packageImports } from '../../cycles/package-imports.ts';
import { countModules } from '../../graph/count-modules.ts';
import { packageMetrics } from '../../metrics/package-metrics.ts';
import { packageMatcher } from '../package-matcher.ts';
import type { Found, RuleContext } from '../rule-context.ts';
import type { RuleOf } from '../rule-schema.ts';

/**
 * Every package that depends on a less stable one (the stable-dependencies principle: R. C. Martin, "OO Design Quality Metrics", 1994). The instability of a
 * package is that of the query `metrics`.
 */
export function checkStability({ image: { graph } }: RuleContext, rule: RuleOf<'stability'>): Found[] {
  const imports = packageImports(graph);
  const matches = rule.packages === undefined ? () => true : packageMatcher(rule.name, rule.packages);
  const isMeant = (node: number): boolean => matches(graph.packageName(imports.nodes[node] ?? 0));
  const instability = instabilityByPackage(graph);
  const instabilityOf = (node: number): number => instability.get(imports.nodes[node] ?? 0) ?? 0;
  const found: Found[] = [];
  for (let node = 0; node < imports.nodes.length; node++) {
    for (let edge = imports.offsets[node] ?? 0; edge < (imports.offsets[node + 1] ?? 0); edge++) {
      const target = imports.targets[edge] ?? 0;
      const [own, other] = [instabilityOf(node), instabilityOf(target)];
      if (other <= own || !isMeant(node) || !isMeant(target)) continue;
      const [from, to] = [imports.ids(node), imports.ids(target)];
      const start = imports.importOffsets[edge] ?? 0;
      found.push({
        from,
        to,
        edge: imports.imports[start] ?? 0,
        mask: ALL_EDGE_KINDS,
        count: (imports.importOffsets[edge + 1] ?? 0) - start,
        message: `${from} (instability ${own.toFixed(2)}) depends on ${to} (${other.toFixed(2)}), which is less stable`,
      });
    }
  }
  return found;
}

/** By number of the package. */
function instabilityByPackage(graph: RuleContext['image']['graph']): Map<number, number> {
  const ranks = { moduleCount: countModules(graph), centrality: new Float64Array() };
  return new Map(
    packageMetrics(graph, ranks, COUNTED_KINDS).map(({ number, afferent, efferent }) => [
      number,
      efferent / (afferent + efferent || 1),
    ]),
  );
}
