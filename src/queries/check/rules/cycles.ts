import { compareCodeUnits } from '../../../base/text.ts';
import { createStepDescriber } from '../../cycles/describe-component.ts';
import { type Component, findComponents } from '../../cycles/find-components.ts';
import { importCircles } from '../../cycles/import-circles.ts';
import type { ImportGraph } from '../../cycles/import-graph.ts';
import { packageImports } from '../../cycles/package-imports.ts';
import { createCycleFinder, type Work } from '../../cycles/shortest-cycle.ts';
import { packageMatcher } from '../package-matcher.ts';
import type { Found, RuleContext } from '../rule-context.ts';
import type { RuleOf } from '../rule-schema.ts';
import type { SelectorText } from '../rule-terms.ts';

/** Edges to look at for the cycles that findings begin with. */
const CYCLE_WORK = 10_000_000;

/** Every component of a class or of a narrower one, unless it is allowed as a whole. */
export function checkCycles(context: RuleContext, rule: RuleOf<'no-cycles'>): Found[] {
  const { graph } = context.image;
  const { class: widest = 'runtime', level = 'module', modules, allow = [] } = rule;
  const imports = level === 'package' ? packageImports(graph) : importCircles(graph, context.kernels);
  const wanted = modules === undefined ? null : memberSelector(context, rule, imports, modules);
  const allowed = allow.map((one) => memberSelector(context, rule, imports, one));
  const found = findComponents(imports, widest)
    .filter(({ members }) => wanted === null || members.some(wanted))
    .filter(({ members }) => !allowed.some((isAllowed) => members.every(isAllowed)));
  if (found.length === 0) return [];
  const findCycle = createCycleFinder(imports);
  const describeStep = createStepDescriber(graph, imports);
  const work: Work = { left: CYCLE_WORK };
  return found.map((component): Found => {
    const ids = component.members.map((node) => imports.ids(node)).sort(compareCodeUnits);
    const [edge = 0] = findCycle(component, work).edges;
    const { location } = describeStep(edge, component);
    return { from: ids[0] ?? '', location, members: ids, message: messageOf(component, level, ids) };
  });
}

function messageOf({ class: cycleClass }: Component, level: string, ids: readonly string[]): string {
  const [first] = ids;
  if (ids.length === 1) return `${first} imports itself (${cycleClass})`;
  return `${ids.length} ${level}s import one another in a circle (${cycleClass}), ${first} among them`;
}

/** Whether a node of the graph of imports is selected: modules as everywhere, packages by their names. */
function memberSelector(
  context: RuleContext,
  { name, level }: RuleOf<'no-cycles'>,
  imports: ImportGraph,
  text: SelectorText,
): (node: number) => boolean {
  if (level !== 'package') {
    const selection = context.selectors.select(name, text);
    return (node) => selection[imports.nodes[node] ?? 0] === 1;
  }
  const matches = packageMatcher(name, text);
  return (node) => matches(context.image.graph.packageName(imports.nodes[node] ?? 0));
}
