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
 * @param widest no wider class is looked for; which is how the others are found, so that they are the same
 */
export function findComponents(graph: ImportGraph, widest: CycleClass = 'type-only'): Component[] {
  const classes = CYCLE_CLASSES.slice(0, CYCLE_CLASSES.indexOf(widest) + 1);
  const found: Component[] = [];
  /** The widest component so far that each node is in. */
  const within = new Array<Component | undefined>(graph.nodes.length).fill(undefined);
  let narrower: Uint32Array | null = null;
  for (const cycleClass of classes) {
    const labels = stronglyConnected(graph, nestedBits(cycleClass));
    for (const members of groupsOf(labels)) {
      const [first = 0] = members;
      const isOld = narrower !== null && members.every((node) => narrower?.[node] === narrower?.[first]);
      if (isOld) continue;
      const contains = [...new Set(members.flatMap((node) => within[node] ?? []))];
      const component = { class: cycleClass, members, contains, narrower };
      found.push(component);
      for (const node of members) within[node] = component;
    }
    narrower = labels;
  }
  return [...found, ...selfImports(graph).filter((component) => classes.includes(component.class))];
}

/** Members of components of several nodes, ascending, in the order of the least of each. */
function groupsOf(labels: Uint32Array): number[][] {
  const sizes = new Uint32Array(labels.length);
  for (const label of labels) sizes[label] = (sizes[label] ?? 0) + 1;
  const groups: number[][] = [];
  /** The place of each component's group, counted from 1. */
  const places = new Uint32Array(labels.length);
  labels.forEach((label, node) => {
    if ((sizes[label] ?? 0) < 2) return;
    const place = places[label] ?? 0;
    if (place > 0) groups[place - 1]?.push(node);
    else places[label] = groups.push([node]);
  });
  return groups;
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
