import type { ImageReader } from '../../../image/reader.ts';
import type { Component } from '../find-components.ts';
import { classOfSite, nestedBits } from '../import-classes.ts';
import type { ImportGraph } from '../import-graph.ts';
import { kindOfSite, type SiteCure } from './cure-kinds.ts';
import type { CureOption } from './cure-problem.ts';
import type { ModuleImports } from './imported-names.ts';
import { curesOfSite } from './site-cures.ts';

/** What an import of a component could become: something for each of its places. */
export type ImportCure = readonly SiteCure[];

/** What the ways out of a component are looked up in; the same for all components of an answer. */
export interface Surroundings {
  readonly image: ImageReader;
  readonly graph: ImportGraph;
  /** Positions in the import graph, by node of the image's graph; of packages there are none. */
  readonly placeOf: ReadonlyMap<number, number>;
  importsOf(node: number): ModuleImports | null;
}

/**
 * Tells what each import of a component could become, by its edge in the import graph: at most two ways, the cheapest, and the cheapest that adds no import within
 * the component.
 * @param orderOf the component of each node of the import graph by this class, numbered so that targets have lower numbers
 */
export function createOptionFinder(
  { image, graph, placeOf, importsOf }: Surroundings,
  component: Component,
  orderOf: Uint32Array,
): (edge: number) => CureOption<ImportCure>[] {
  const mask = nestedBits(component.class);
  const numberOf = new Map(component.members.map((node, at) => [node, at] as const));
  const isMember = (node: number): boolean => numberOf.has(placeOf.get(node) ?? -1);
  return optionsOf;

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
