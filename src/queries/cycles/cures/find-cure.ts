import { stronglyConnected } from '../strongly-connected.ts';
import { chooseBest } from './choose-best.ts';
import { chooseGreedily } from './choose-greedily.ts';
import { addsOf, type Budget, type Choices, type CureProblem, costOf } from './cure-problem.ts';

export interface FoundCure {
  readonly choices: Choices;
  readonly cost: number;
  /** The components were computed again, and each is a single node. */
  readonly verified: boolean;
  /** `optimal`: no cheaper choice of the options leaves no cycle. */
  readonly quality: 'optimal' | 'heuristic';
}

/** Choices that leave no cycle, and as cheap ones as the budget allows. The same problem and budget give the same choices. */
export function findCure(problem: CureProblem, budget: Budget): FoundCure {
  const greedy = chooseGreedily(problem, budget);
  const { choices, isBest } = chooseBest(problem, greedy, budget);
  return {
    choices,
    cost: costOf(problem, choices),
    verified: leavesNoCycle(problem, choices),
    quality: isBest ? 'optimal' : 'heuristic',
  };
}

function leavesNoCycle(problem: CureProblem, choices: Choices): boolean {
  const rows = [0];
  const targets: number[] = [];
  for (let node = 0; node < problem.nodeCount; node++) {
    for (let edge = problem.offsets[node] ?? 0; edge < (problem.offsets[node + 1] ?? 0); edge++) {
      const choice = choices[edge] ?? 0;
      targets.push(...(choice === 0 ? [problem.targets[edge] ?? 0] : addsOf(problem, edge, choice)));
    }
    if (targets.slice(rows.at(-1)).includes(node)) return false;
    rows.push(targets.length);
  }
  const componentOf = stronglyConnected(
    {
      offsets: Uint32Array.from(rows),
      targets: Uint32Array.from(targets),
      classes: new Uint8Array(targets.length).fill(1),
    },
    1,
  );
  return new Set(componentOf).size === problem.nodeCount;
}
