import { CYCLE_CLASSES, type CycleClass, nestedBits } from './import-classes.ts';
import type { ImportGraph } from './import-graph.ts';
import { stronglyConnected } from './strongly-connected.ts';

/** Modules or packages that import each other in circles of a class; nodes are positions in an {@link ImportGraph}. */
export interface Component {
  readonly class: CycleClass;
  /** Ascending; a single one for an import of itself. */
  readonly members: readonly number[];
  /** Components of narrower classes within it, the outermost ones. */
  readonly contains: readonly Component[];
  /** The component of each node of the graph by the next narrower class: what cycles of this component must not stay within. */
  readonly narrower: Uint32Array | null;
}

/**
 * All components of all classes: runtime ones, then deferred and type-only ones, each of these only where it closes what no narrower one closes. Imports
 * that a module makes of itself are components of their own, whatever else it is in. O(nodes + edges).
 */
export function findComponents(graph: ImportGraph): Component[] {
  const found: Component[] = [];
  /** The widest component so far that each node is in. */
  const within = new Array<Component | undefined>(graph.nodes.length).fill(undefined);
  let narrower: Uint32Array | null = null;
  for (const cycleClass of CYCLE_CLASSES) {
    const labels = stronglyConnected(graph, nestedBits(cycleClass));
    for (const members of groupsOf(labels)) {
      const [first = 0] = members;
      const isOld = narrower !== null && members.every((node) => narrower?.[node] === narrower?.[first]);
      if (members.length < 2 || isOld) continue;
      const contains = [...new Set(members.flatMap((node) => within[node] ?? []))];
      const component = { class: cycleClass, members, contains, narrower };
      found.push(component);
      for (const node of members) within[node] = component;
    }
    narrower = labels;
  }
  return [...found, ...selfImports(graph)];
}

/** Members by component, ascending, in the order of the least of each. */
function groupsOf(labels: Uint32Array): number[][] {
  const groups = new Map<number, number[]>();
  labels.forEach((label, node) => {
    const group = groups.get(label);
    if (group) group.push(node);
    else groups.set(label, [node]);
  });
  return [...groups.values()];
}

function selfImports({ nodes, offsets, targets, classes }: ImportGraph): Component[] {
  const found: Component[] = [];
  for (let node = 0; node < nodes.length; node++) {
    for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge++) {
      const narrowest = CYCLE_CLASSES.find((one) => ((classes[edge] ?? 0) & nestedBits(one)) !== 0);
      if (targets[edge] === node && narrowest) {
        found.push({ class: narrowest, members: [node], contains: [], narrower: null });
      }
    }
  }
  return found;
}
