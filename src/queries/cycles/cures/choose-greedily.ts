import { addsOf, type Budget, type Choices, type CureProblem, costOf, someTarget } from './cure-problem.ts';
import { greedyOrder } from './greedy-order.ts';

/**
 * Choices that leave no cycle, quickly: once from the imports as they are, once with all detours by barrels mended beforehand; what is not needed is taken back,
 * and the cheaper of the two is the answer. O((nodes + edges) log nodes), and a search for each choice that is tried to be taken back, as long as
 * the budget lasts.
 */
export function chooseGreedily(problem: CureProblem, budget: Budget): Choices {
  const none: Choices = new Uint8Array(problem.targets.length);
  const mended = Uint8Array.from(problem.options, (options) => ((options[0]?.adds.length ?? 0) > 0 ? 1 : 0));
  const attempts = mended.includes(1) ? [none, mended] : [none];
  const found = attempts.map((start) => takeBack(problem, breakByOrder(problem, start), budget));
  return found.reduce((best, one) => (costOf(problem, one) < costOf(problem, best) ? one : best));
}

/** Takes away, by options that add nothing, what leads backwards in a good order. */
function breakByOrder(problem: CureProblem, start: Choices): Choices {
  const choices = start.slice();
  const place = greedyOrder(problem, start, (edge) => plainOption(problem, edge).cost);
  for (let node = 0; node < problem.nodeCount; node++) {
    for (let edge = problem.offsets[node] ?? 0; edge < (problem.offsets[node + 1] ?? 0); edge++) {
      const choice = start[edge] ?? 0;
      const leadsTo = choice === 0 ? [problem.targets[edge] ?? 0] : addsOf(problem, edge, choice);
      if (leadsTo.some((target) => (place[target] ?? 0) <= (place[node] ?? 0)))
        choices[edge] = plainOption(problem, edge).choice;
    }
  }
  return choices;
}

/** The cheapest option that adds nothing. */
function plainOption({ options }: CureProblem, edge: number): { readonly cost: number; readonly choice: number } {
  const own = options[edge] ?? [];
  const at = own.findIndex(({ adds }) => adds.length === 0);
  return { cost: own[at]?.cost ?? 0, choice: at + 1 };
}

/** Keeps, or changes more cheaply, whatever can be without closing a cycle: the dearest first. */
function takeBack(problem: CureProblem, choices: Choices, budget: Budget): Choices {
  const chosen = [...choices.keys()].filter((edge) => (choices[edge] ?? 0) > 0);
  const cost = (edge: number): number => problem.options[edge]?.[(choices[edge] ?? 0) - 1]?.cost ?? 0;
  const before = new Map(chosen.map((edge) => [edge, cost(edge)]));
  const sources = sourcesOf(problem);
  for (const edge of chosen.sort((a, b) => (before.get(b) ?? 0) - (before.get(a) ?? 0) || a - b)) {
    const now = choices[edge] ?? 0;
    const source = sources[edge] ?? 0;
    for (let cheaper = 0; cheaper < now; cheaper++) {
      if (budget.left <= 0) return choices;
      const leadsTo = cheaper === 0 ? [problem.targets[edge] ?? 0] : addsOf(problem, edge, cheaper);
      if (reaches(problem, choices, leadsTo, source, budget)) continue;
      choices[edge] = cheaper;
      break;
    }
  }
  return choices;
}

function sourcesOf({ offsets, targets, nodeCount }: CureProblem): Uint32Array {
  const sources = new Uint32Array(targets.length);
  for (let node = 0; node < nodeCount; node++) sources.fill(node, offsets[node], offsets[node + 1]);
  return sources;
}

function reaches(
  problem: CureProblem,
  choices: Choices,
  from: readonly number[],
  goal: number,
  budget: Budget,
): boolean {
  const seen = new Uint8Array(problem.nodeCount);
  const open = [...from];
  for (const node of open) seen[node] = 1;
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === goal) return true;
    someTarget(problem, choices, node, (target) => {
      budget.left--;
      if (seen[target] === 0) {
        seen[target] = 1;
        open.push(target);
      }
      return false;
    });
  }
  return false;
}
