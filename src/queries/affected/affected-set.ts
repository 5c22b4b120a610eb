/** Why a module is affected: all of it may do something else now, or only some of what it declares. */
export type Extent = 'module' | 'symbols';

/** Something to go on from: a module as a whole, or a top-level symbol of one. */
export interface Affected {
  readonly node: number;
  /** -1 for the module as a whole. */
  readonly symbol: number;
}

/** What is affected so far, and what is still to be gone on from, step by step. */
export interface AffectedSet {
  /** Nodes in the order in which they were reached, by depth. */
  readonly nodes: readonly number[];
  depthOf(node: number): number;
  /** The node by which it was first reached; -1 for what changed itself. */
  nearerOf(node: number): number;
  extentOf(node: number): Extent;
  addModule(node: number, from: number): void;
  addSymbol(node: number, symbol: number, from: number): void;
  /** The next one; null when nothing is left. */
  take(): Affected | null;
}

/** @param symbolCount 0 when symbols are not looked at */
export function createAffectedSet(nodeCount: number, symbolCount: number): AffectedSet {
  const whole = new Uint8Array(nodeCount);
  const some = new Uint8Array(symbolCount);
  const depths = new Int32Array(nodeCount).fill(-1);
  const nearer = new Int32Array(nodeCount).fill(-1);
  const nodes: number[] = [];
  // What is in the module that is gone on from comes before what lies one step further.
  let now: Affected[] = [];
  let later: Affected[] = [];
  let depth = 0;
  const reach = (node: number, from: number, affected: Affected): void => {
    if (depths[node] === -1) {
      nodes.push(node);
      depths[node] = from < 0 ? 0 : (depths[from] ?? 0) + 1;
      nearer[node] = from;
    }
    ((depths[node] ?? 0) <= depth ? now : later).push(affected);
  };
  return {
    nodes,
    depthOf: (node) => depths[node] ?? -1,
    nearerOf: (node) => nearer[node] ?? -1,
    extentOf: (node) => (whole[node] === 1 ? 'module' : 'symbols'),
    addModule(node, from) {
      if (whole[node] === 1) return;
      whole[node] = 1;
      reach(node, from, { node, symbol: -1 });
    },
    addSymbol(node, symbol, from) {
      if (whole[node] === 1 || some[symbol] === 1) return;
      some[symbol] = 1;
      reach(node, from, { node, symbol });
    },
    take() {
      for (;;) {
        const next = now.pop();
        if (next) {
          // A symbol of a module that is affected as a whole says nothing more.
          if (next.symbol < 0 || whole[next.node] === 0) return next;
          continue;
        }
        if (later.length === 0) return null;
        [now, later] = [later.reverse(), []];
        depth++;
      }
    },
  };
}
