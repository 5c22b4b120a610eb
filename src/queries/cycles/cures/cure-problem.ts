/** One way to take an import away. */
export interface CureOption<How = unknown> {
  /** A whole number of at least 1. */
  readonly cost: number;
  /** What the importer imports instead, within the component; mostly nothing. */
  readonly adds: readonly number[];
  readonly how: How;
}

/**
 * Which imports to take away, and how, so that nothing imports in circles. Nodes are 0 … nodeCount; edges come in rows, by the node that they begin at.
 * Each edge is kept (choice 0) or changed by one of its options (choice k is options[k − 1]).
 */
export interface CureProblem<How = unknown> {
  readonly nodeCount: number;
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  /** The cheapest first; the last adds nothing. */
  readonly options: readonly (readonly CureOption<How>[])[];
}

/** One number for each edge. */
export type Choices = Uint8Array;

/** Edges that may still be looked at: a bound on the work that no clock decides. */
export interface Budget {
  left: number;
}

const NOTHING: readonly number[] = [];

/** Where an edge leads under its choice, beside its own target when it is kept. */
export function addsOf({ options }: CureProblem, edge: number, choice: number): readonly number[] {
  return choice === 0 ? NOTHING : (options[edge]?.[choice - 1]?.adds ?? NOTHING);
}

export function costOf({ options }: CureProblem, choices: Choices): number {
  let cost = 0;
  choices.forEach((choice, edge) => {
    if (choice > 0) cost += options[edge]?.[choice - 1]?.cost ?? 0;
  });
  return cost;
}

/** Calls back for every node that a node leads to under the choices, with the edge. Stops when told so by `true`, and returns that. */
export function someTarget(
  problem: CureProblem,
  choices: Choices,
  node: number,
  visit: (target: number, edge: number) => boolean,
): boolean {
  const { offsets, targets } = problem;
  for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge++) {
    const choice = choices[edge] ?? 0;
    if (choice === 0) {
      if (visit(targets[edge] ?? 0, edge)) return true;
    } else for (const target of addsOf(problem, edge, choice)) if (visit(target, edge)) return true;
  }
  return false;
}

/**
 * The nodes that are left when those that nothing leads to, and those that lead nowhere, are taken away until there are none: in them are all cycles,
 * and they are none when there is no cycle. (A. B. Kahn, Communications of the ACM 5(11), 1962.) O(nodes + edges).
 */
export function nodesOfCycles(problem: CureProblem, choices: Choices, budget: Budget): number[] {
  const { nodeCount } = problem;
  budget.left -= nodeCount + problem.targets.length;
  const incoming = new Uint32Array(nodeCount);
  const outgoing = new Uint32Array(nodeCount);
  const sources: number[][] = Array.from({ length: nodeCount }, () => []);
  for (let node = 0; node < nodeCount; node++) {
    someTarget(problem, choices, node, (target) => {
      incoming[target] = (incoming[target] ?? 0) + 1;
      outgoing[node] = (outgoing[node] ?? 0) + 1;
      sources[target]?.push(node);
      return false;
    });
  }
  const isGone = new Uint8Array(nodeCount);
  const ready: number[] = [];
  const leave = (node: number, counts: Uint32Array): void => {
    counts[node] = (counts[node] ?? 0) - 1;
    if (counts[node] === 0 && isGone[node] === 0) {
      isGone[node] = 1;
      ready.push(node);
    }
  };
  for (let node = 0; node < nodeCount; node++) {
    if (incoming[node] !== 0 && outgoing[node] !== 0) continue;
    isGone[node] = 1;
    ready.push(node);
  }
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    someTarget(problem, choices, node, (target) => {
      leave(target, incoming);
      return false;
    });
    for (const source of sources[node] ?? []) leave(source, outgoing);
  }
  return Array.from({ length: nodeCount }, (_, node) => node).filter((node) => isGone[node] === 0);
}
