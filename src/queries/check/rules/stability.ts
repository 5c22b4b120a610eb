import { ALL_EDGE_KINDS } from '../../../base/edge-kinds.ts';
import type { ImportGraph } from '../../cycles/import-graph.ts';
import { packageImports } from '../../cycles/package-imports.ts';
import { packageMatcher } from '../package-matcher.ts';
import type { Found, RuleContext } from '../rule-context.ts';
import type { RuleOf } from '../rule-schema.ts';

/**
 * Every package that depends on a less stable one (the stable-dependencies principle: R. C. Martin, "OO Design Quality Metrics", 1994). The instability of a package
 * is out / (in + out): packages of the project that it imports, and that import it.
 */
export function checkStability(context: RuleContext, rule: RuleOf<'stability'>): Found[] {
  const { graph } = context.image;
  const imports = packageImports(graph);
  const instability = instabilityOf(imports);
  const matches = rule.packages === undefined ? () => true : packageMatcher(rule.name, rule.packages);
  const nameOf = (node: number): string => graph.packageName(imports.nodes[node] ?? 0);
  const found: Found[] = [];
  for (let node = 0; node < imports.nodes.length; node++) {
    for (let edge = imports.offsets[node] ?? 0; edge < (imports.offsets[node + 1] ?? 0); edge++) {
      const target = imports.targets[edge] ?? 0;
      const [own, other] = [instability[node] ?? 0, instability[target] ?? 0];
      if (other <= own || !matches(nameOf(node)) || !matches(nameOf(target))) continue;
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

function instabilityOf({ nodes, offsets, targets }: ImportGraph): number[] {
  const importers = new Uint32Array(nodes.length);
  for (const target of targets) importers[target] = (importers[target] ?? 0) + 1;
  return Array.from(nodes, (_, node) => {
    const out = (offsets[node + 1] ?? 0) - (offsets[node] ?? 0);
    return out / (out + (importers[node] ?? 0));
  });
}
