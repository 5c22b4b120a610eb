import { EDGE_KINDS, type EdgeKind } from '../../base/edge-kinds.ts';
import type { GraphReader } from '../../image/reader.ts';
import type { CyclesResult } from './cycle-schemas.ts';
import type { Component } from './find-components.ts';
import { CLASS_BITS, CYCLE_CLASSES, classOfSite, nestedBits } from './import-classes.ts';
import { type ImportGraph, sourcesOf } from './import-graph.ts';

type Described = CyclesResult['components'][number];
type Step = Described['cycle'][number];

/** What a component is known by: its class and its first module, which no other component of the class has; an import of itself says so. */
export function componentId(graph: ImportGraph, { class: cycleClass, members }: Component): string {
  const [first = 0] = members;
  return `${cycleClass}:${graph.ids(first)}${members.length === 1 ? ':self' : ''}`;
}

/** Steps of a cycle, each by its first place of the narrowest class. */
export function createStepDescriber(
  { sitesOf }: GraphReader,
  graph: ImportGraph,
): (edge: number, component: Component) => Step {
  const sources = sourcesOf(graph);
  return (edge, component) => {
    const wanted = nestedBits(component.class);
    const sites = Array.from(graph.imports.subarray(graph.importOffsets[edge], graph.importOffsets[edge + 1])).flatMap(
      (one) => sitesOf(one).map((site) => ({ ...site, bits: classOfSite(site.kind, site.flags) })),
    );
    const narrowest = CYCLE_CLASSES.find((one) => sites.some(({ bits }) => (bits & wanted & CLASS_BITS[one]) !== 0));
    const site = sites.find(({ bits }) => narrowest !== undefined && bits === CLASS_BITS[narrowest]);
    if (!site) throw new Error(`edge ${edge} of a cycle has no place`);
    return {
      from: graph.ids(sources[edge] ?? 0),
      to: graph.ids(graph.targets[edge] ?? 0),
      // The cast holds: kinds beyond the list are refused when the image is opened.
      kind: EDGE_KINDS[site.kind] as EdgeKind,
      location: site.location,
      specifier: site.specifier,
    };
  };
}
