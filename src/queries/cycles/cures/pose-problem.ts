import type { ImageReader } from '../../../image/reader.ts';
import type { Component } from '../find-components.ts';
import { classOfSite, nestedBits } from '../import-classes.ts';
import type { ImportGraph } from '../import-graph.ts';
import { kindOfSite, type SiteCure } from './cure-kinds.ts';
import type { CureOption, CureProblem } from './cure-problem.ts';
import type { ModuleImports } from './imported-names.ts';
import { curesOfSite } from './site-cures.ts';

/** What an import of a component could become: something for each of its places. */
export type ImportCure = readonly SiteCure[];

export interface PosedProblem extends CureProblem<ImportCure> {
  /** The edge of the import graph that each edge of the problem is. */
  readonly edges: Uint32Array;
}

/**
 * The problem of a component: its imports of its class, and what each could become. Of each import at most two ways are offered: the cheapest, and the cheapest
 * that adds no import within the component.
 * @param orderOf the component of each node of the import graph by this class, numbered so that targets have lower numbers
 */
export function poseProblem(
  image: ImageReader,
  graph: ImportGraph,
  component: Component,
  orderOf: Uint32Array,
  importsOf: (node: number) => ModuleImports | null,
): PosedProblem {
  const mask = nestedBits(component.class);
  const numberOf = new Map(component.members.map((node, at) => [node, at] as const));
  /** Positions in the import graph, by node of the image's graph. */
  const placeOf = new Map(graph.level === 'module' ? Array.from(graph.nodes, (node, at) => [node, at] as const) : []);
  const isMember = (node: number): boolean => numberOf.has(placeOf.get(node) ?? -1);
  const rows = [0];
  const targets: number[] = [];
  const edges: number[] = [];
  const options: CureOption<ImportCure>[][] = [];
  for (const node of component.members) {
    for (let edge = graph.offsets[node] ?? 0; edge < (graph.offsets[node + 1] ?? 0); edge++) {
      const target = numberOf.get(graph.targets[edge] ?? 0);
      const isSelf = graph.targets[edge] === node;
      if (target === undefined || ((graph.classes[edge] ?? 0) & mask) === 0) continue;
      // What a module imports of itself is a component of its own.
      if (isSelf !== (component.members.length === 1)) continue;
      targets.push(target);
      edges.push(edge);
      options.push(optionsOf(edge));
    }
    rows.push(targets.length);
  }
  return {
    nodeCount: component.members.length,
    offsets: Uint32Array.from(rows),
    targets: Uint32Array.from(targets),
    edges: Uint32Array.from(edges),
    options,
  };

  function optionsOf(edge: number): CureOption<ImportCure>[] {
    const sites = Array.from(graph.imports.subarray(graph.importOffsets[edge], graph.importOffsets[edge + 1])).flatMap(
      sitesOf,
    );
    const plain = combine(sites.map((cures) => cures.find((cure) => addsOf(cure).length === 0) ?? cures.slice(-1)[0]));
    const cheapest = combine(sites.map(([first]) => first));
    return cheapest.cost < plain.cost ? [cheapest, plain] : [plain];
  }

  /** What each place of one import could become. */
  function sitesOf(one: number): SiteCure[][] {
    const from = image.graph.sourceOf(one);
    const to = image.graph.forward.targets[one] ?? 0;
    const imports = importsOf(from);
    return image.graph
      .sitesOf(one)
      .filter(({ kind, flags }) => (classOfSite(kind, flags) & mask) !== 0)
      .map(({ kind, location, specifier }) =>
        curesOfSite(image, {
          ...{ from, to, kind: kindOfSite(kind), location, specifier, class: component.class, imports },
          isMember,
        }).filter((cure) => isAllowed(cure, from)),
      );
  }

  /** New imports may lead within the component, where they are looked at, or to what lies below it, which cannot lead back. */
  function isAllowed({ how, instead }: SiteCure, from: number): boolean {
    if (graph.level === 'package') return how !== 'import-declaring-module' && how !== 'move-symbols';
    const own = orderOf[placeOf.get(from) ?? -1] ?? 0;
    return instead.every((node) => {
      const place = placeOf.get(node);
      // What is in no circle at all cannot lead back, since the component leads to it already.
      return place === undefined || isMember(node) || (orderOf[place] ?? own) < own;
    });
  }

  function addsOf({ instead }: SiteCure): number[] {
    return instead.flatMap((node) => numberOf.get(placeOf.get(node) ?? -1) ?? []);
  }

  function combine(cures: readonly (SiteCure | undefined)[]): CureOption<ImportCure> {
    const own = cures.filter((cure) => cure !== undefined);
    return {
      cost: own.reduce((sum, { cost }) => sum + cost, 0),
      adds: [...new Set(own.flatMap(addsOf))].sort((a, b) => a - b),
      how: own,
    };
  }
}
