import type { ComponentRows } from './component-rows.ts';
import type { CureOption, CureProblem } from './cure-problem.ts';
import type { ImportCure } from './import-options.ts';

export interface PosedProblem extends CureProblem<ImportCure> {
  /** The edge of the import graph that each edge of the problem is. */
  readonly edges: Uint32Array;
}

/** The problem of a component: its imports of its class, and what each could become. */
export function poseProblem(rows: ComponentRows, optionsOf: (edge: number) => CureOption<ImportCure>[]): PosedProblem {
  return { ...rows, options: Array.from(rows.edges, optionsOf) };
}
