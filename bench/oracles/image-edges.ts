import { EDGE_KINDS } from '../../src/base/edge-kinds.ts';
import { SITE_PATTERN } from '../../src/facts/records.ts';
import { sourceExtension } from '../../src/facts/scan/source-paths.ts';
import type { ImageReader } from '../../src/image/reader.ts';
import { isComponent } from './component-paths.ts';
import { type EdgeSite, type EdgeTarget, siteKey } from './edge-target.ts';

/** The sources of an image that TypeScript can read: all but components. */
export function imageModules({ graph }: ImageReader): string[] {
  const paths: string[] = [];
  for (let node = 0; node < graph.nodeCount; node++) {
    const id = graph.idOf(node);
    if (graph.kindOf(node) === 'module' && sourceExtension(id) && !isComponent(id)) paths.push(id);
  }
  return paths;
}

/** Every place of an image, and where it leads; a pattern once for each of its targets. */
export function imageEdges({ graph, diagnostics }: ImageReader): EdgeSite[] {
  const reasons = new Map(
    diagnostics
      .unresolvedSites()
      .map(({ reason, ...place }) => [
        siteKey({ ...place, kind: 'static', target: { kind: 'nothing', reason } }),
        reason,
      ]),
  );
  const sites: EdgeSite[] = [];
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const node = graph.forward.targets[edge] ?? 0;
    const [id, targetKind] = [graph.idOf(node), graph.kindOf(node)];
    for (const { kind, specifier, flags, location } of graph.sitesOf(edge)) {
      const { path, line, column } = location;
      const target: EdgeTarget =
        targetKind === 'unresolved' ? { kind: 'nothing', reason: '' } : { kind: targetKind, id };
      const isPattern = (flags & SITE_PATTERN) !== 0;
      const site: EdgeSite = { path, line, column, specifier, kind: EDGE_KINDS[kind] ?? 'static', target, isPattern };
      const reason = reasons.get(siteKey(site)) ?? '';
      sites.push(targetKind === 'unresolved' ? { ...site, target: { kind: 'nothing', reason } } : site);
    }
  }
  return sites;
}
