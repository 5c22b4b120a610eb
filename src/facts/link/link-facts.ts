import type { FileFacts, ImageRecords } from '../records.ts';
import type { Resolver } from '../resolve/create-resolver.ts';
import type { Scan } from '../scan/scan-records.ts';
import { collectDiagnostics } from './collect-diagnostics.ts';
import { createDeclaredRanges, rangesOfEdges } from './declared-ranges.ts';
import { linkSites } from './link-sites.ts';
import { numberNodes } from './number-nodes.ts';
import { packEdges } from './pack-edges.ts';

/**
 * From the facts of single files to the graph of the project: resolves every site, numbers what was found, and packs
 * the edges. The result is a function of the sorted facts, the scan and the resolver's answers alone. A file that
 * failed is a module without edges of its own; how many there are is in the coverage.
 * @param facts sorted by path
 */
export function linkFacts(facts: readonly FileFacts[], scan: Scan, resolver: Resolver): ImageRecords {
  // A file that turned out to be minified when it was read is passed over like one whose name says so.
  const modules = facts.filter(({ diagnostics }) => !diagnostics.some(({ code }) => code === 'skipped-minified'));
  const links = linkSites(modules, resolver);
  const { numberOf, externalNames, ...nodes } = numberNodes(modules, links.targets, scan.packages, resolver);
  const edges = packEdges(modules, nodes.ids.length, links, numberOf);
  const ranges = rangesOfEdges(edges, { ids: nodes.ids, externalNames }, createDeclaredRanges(scan.packages));
  return {
    graph: { ...nodes, ...edges, ...ranges, specifiers: links.specifiers },
    diagnostics: collectDiagnostics(modules, links.unresolved, [
      ...facts.flatMap(({ diagnostics }) => diagnostics),
      ...scan.diagnostics,
      ...resolver.diagnostics,
    ]),
  };
}
