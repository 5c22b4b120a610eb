import { compareCodeUnits } from '../base/text.ts';
import { createCurer } from './cycles/cures/cure-components.ts';
import { type CyclesParams, type CyclesResult, cyclesParams, cyclesResult } from './cycles/cycle-schemas.ts';
import { componentId, createStepDescriber } from './cycles/describe-component.ts';
import { type Component, findComponents } from './cycles/find-components.ts';
import { importCircles } from './cycles/import-circles.ts';
import { CYCLE_CLASSES, type CycleClass, kindsWithin } from './cycles/import-classes.ts';
import type { ImportGraph } from './cycles/import-graph.ts';
import { knownShare } from './cycles/known-share.ts';
import { packageImports } from './cycles/package-imports.ts';
import { createCycleFinder, type Work } from './cycles/shortest-cycle.ts';
import { defineQuery } from './define.ts';
import { paginate } from './paginate.ts';

export type { CyclesResult } from './cycles/cycle-schemas.ts';

/** Edges to look at for the shortest cycles of an answer: some tenths of a second. */
const CYCLE_WORK = 30_000_000;

/**
 * Modules or packages that import each other in circles, by class, with a shortest cycle each. O(nodes + edges of the project), and for the
 * cycles O(members × edges) of each component at worst; `truncated: "budget"` says that a shorter cycle than one of those given may be there, or that a
 * component is too large to be cured.
 */
export const cycles = defineQuery({
  name: 'cycles',
  summary: 'Modules or packages that import each other in circles.',
  examples: [
    'introspect cycles',
    'introspect cycles --class runtime --fail-on runtime',
    'introspect cycles --level package --json',
  ],
  params: cyclesParams,
  positional: [],
  result: cyclesResult,
  sections: ['strings', 'graph', 'diagnostics'],
  sectionsFor: ({ cures }) => (cures === 'none' || cures === 'imports' ? [] : ['symbols']),
  failOn: {
    values: CYCLE_CLASSES,
    summary:
      'Exit with code 1 when there are cycles of this class or of one within it, or when too little is known to say so.',
    reason: failureOf,
  },
  run({ image, kernels }, params) {
    const { graph } = image;
    const imports = params.level === 'package' ? packageImports(graph) : importCircles(graph, kernels);
    const all = findComponents(imports);
    const asked = params.class.length === 0 ? CYCLE_CLASSES : params.class;
    const wanted = inOrder(
      imports,
      all.filter((component) => asked.includes(component.class)),
    );
    const widest = CYCLE_CLASSES.findLast((one) => asked.includes(one)) ?? 'type-only';
    const known = knownShare(image, kindsWithin(widest));
    const nothing = isEnough(known, params.threshold) ? ('none' as const) : ('unknown' as const);
    const { items, truncated, page } = paginate(wanted, params, image.fingerprint);

    const findCycle = createCycleFinder(imports);
    const describeStep = createStepDescriber(graph, imports);
    const work: Work = { left: CYCLE_WORK };
    const found = items.map((component) => ({ component, cycle: findCycle(component, work) }));
    const curer = createCurer(image, imports, params.cures, items.length);
    const isShortest = found.every(({ cycle }) => cycle.isShortest);
    const components = found.map(({ component, cycle }) => ({
      id: componentId(imports, component),
      class: component.class,
      modules: component.members.map(imports.ids).sort(compareCodeUnits),
      ...(component.contains.length === 0
        ? {}
        : { contains: component.contains.map((one) => componentId(imports, one)).sort(compareCodeUnits) }),
      cycle: cycle.edges.map((edge) => describeStep(edge, component)),
      ...curedBy(curer.cureOf(component)),
    }));
    return {
      result: {
        verdict: wanted.length > 0 ? ('found' as const) : nothing,
        known,
        counts: countClasses(all),
        ignored: imports.ignored,
        cures: curer.basis,
        components,
      },
      ...(isShortest && !curer.isCut ? {} : { truncated: 'budget' as const }),
      ...(truncated ? { truncated } : {}),
      ...(page ? { page } : {}),
    };
  },
});

/** Too little knowledge fails too, whatever else was found: whoever asks for no cycles must not be told that there are none. */
function failureOf({ counts, known }: CyclesResult, value: string, { threshold }: CyclesParams): string | null {
  const within = CYCLE_CLASSES.slice(0, CYCLE_CLASSES.indexOf(value as CycleClass) + 1);
  const found = within.filter((one) => counts[one] > 0).map((one) => `${counts[one]} ${one}`);
  if (found.length > 0) return `cycles: ${found.join(', ')}`;
  return isEnough(known, threshold) ? null : `cycles: only ${(known * 100).toFixed(2)} % is known, too little to say`;
}

const isEnough = (known: number, threshold: number): boolean => known * 100 >= threshold;

const curedBy = <Cure>(cure: Cure | undefined): { cure?: Cure } => (cure === undefined ? {} : { cure });

function inOrder(graph: ImportGraph, components: readonly Component[]): Component[] {
  const rank = (one: CycleClass): number => CYCLE_CLASSES.indexOf(one);
  return components
    .map((component) => ({ component, id: componentId(graph, component) }))
    .sort(
      (a, b) =>
        rank(a.component.class) - rank(b.component.class) ||
        b.component.members.length - a.component.members.length ||
        compareCodeUnits(a.id, b.id),
    )
    .map(({ component }) => component);
}

function countClasses(components: readonly Component[]): Record<CycleClass, number> {
  const count = (one: CycleClass): number => components.filter((component) => component.class === one).length;
  return { runtime: count('runtime'), deferred: count('deferred'), 'type-only': count('type-only') };
}
