import { compareCodeUnits } from '../../base/text.ts';
import type { QueryAnswer, QueryContext } from '../define.ts';
import { knownShare } from '../known-share.ts';
import { paginate } from '../paginate.ts';
import { isEnough } from '../threshold.ts';
import { createCurer } from './cures/cure-components.ts';
import type { CyclesParams, CyclesResult } from './cycle-schemas.ts';
import { componentId, createStepDescriber } from './describe-component.ts';
import { type Component, findComponents } from './find-components.ts';
import { importCircles } from './import-circles.ts';
import { CYCLE_CLASSES, type CycleClass, kindsWithin } from './import-classes.ts';
import type { ImportGraph } from './import-graph.ts';
import { packageImports } from './package-imports.ts';
import { createCycleFinder, type Work } from './shortest-cycle.ts';

/** Edges to look at for the shortest cycles of an answer: some tenths of a second. */
const CYCLE_WORK = 30_000_000;

/** The answer of the query; apart from its definition, because only who asks it needs it. */
export function answerCycles({ image, kernels }: QueryContext, params: CyclesParams): QueryAnswer<CyclesResult> {
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
}
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
