import { type Budget, type Choices, type CureProblem, costOf } from './cure-problem.ts';
import { shortestCircle } from './shortest-circle.ts';

/** Beyond that a search for the best is hopeless, and its depth is bounded by the number of edges. */
const MOST_EDGES = 400;

/**
 * The cheapest choices that leave no cycle, where they can be found within the budget: branch and bound over a shortest cycle, one of whose edges must change, and
 * each by one of its options. A set of cycles that share no edge says how much must still be paid at least. Starts from choices that are known to
 * do; returns them, or better ones, and whether they are certainly the best.
 */
export function chooseBest(
  problem: CureProblem,
  known: Choices,
  budget: Budget,
): { readonly choices: Choices; readonly isBest: boolean } {
  let best = known.slice();
  let bestCost = costOf(problem, known);
  const edgeCount = problem.targets.length;
  if (edgeCount > MOST_EDGES) return { choices: best, isBest: false };
  const choices: Choices = new Uint8Array(edgeCount);
  /** How many branches around the one at work have decided that an edge stays as it is. */
  const decided = new Uint8Array(edgeCount);
  explore(0);
  return { choices: best, isBest: budget.left > 0 };

  function explore(cost: number): void {
    if (budget.left <= 0) return;
    const circle = shortestCircle(problem, choices, budget);
    if (circle === null) {
      if (cost >= bestCost) return;
      best = choices.slice();
      bestCost = cost;
      return;
    }
    if (cost + stillToPay(circle) >= bestCost) return;
    const edges = [...new Set(circle)].sort((a, b) => raise(a) - raise(b) || a - b);
    const left: number[] = [];
    for (const edge of edges) {
      if (decided[edge] === 1) continue;
      const before = choices[edge] ?? 0;
      const paid = priceOf(edge, before);
      for (let choice = before + 1; choice <= (problem.options[edge]?.length ?? 0); choice++) {
        const next = cost - paid + priceOf(edge, choice);
        if (next >= bestCost) break;
        choices[edge] = choice;
        explore(next);
      }
      choices[edge] = before;
      // What has been tried is not tried again beside the other edges: there it stays.
      decided[edge] = 1;
      left.push(edge);
    }
    for (const edge of left) decided[edge] = 0;
  }

  function priceOf(edge: number, choice: number): number {
    return choice === 0 ? 0 : (problem.options[edge]?.[choice - 1]?.cost ?? 0);
  }

  /** What it takes at least to change an edge further. */
  function raise(edge: number): number {
    const now = choices[edge] ?? 0;
    const options = problem.options[edge] ?? [];
    if (decided[edge] === 1 || now >= options.length) return Number.POSITIVE_INFINITY;
    return priceOf(edge, now + 1) - priceOf(edge, now);
  }

  /** The sum of what each of several cycles takes that share no edge. */
  function stillToPay(first: readonly number[]): number {
    const without = choices.slice();
    let sum = 0;
    for (let circle: readonly number[] | null = first; circle !== null; ) {
      sum += Math.min(...circle.map(raise));
      if (cannotEnd(sum)) return sum;
      // The last option adds nothing: the edge is out of the way.
      for (const edge of circle) without[edge] = problem.options[edge]?.length ?? 0;
      circle = shortestCircle(problem, without, budget);
    }
    return sum;
  }

  function cannotEnd(sum: number): boolean {
    return sum === Number.POSITIVE_INFINITY || budget.left <= 0;
  }
}
