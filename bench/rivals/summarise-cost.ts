import type { Measured } from '../measure-process.ts';
import { median } from '../processes.ts';

export interface Cost {
  readonly rounds: number;
  /** Whole processes. */
  readonly milliseconds: { readonly median: number; readonly min: number; readonly max: number };
  readonly cpuMilliseconds: number;
  /** Highest of all rounds; 0 where it cannot be measured. */
  readonly peakMegabytes: number;
}

/** @throws Error without any run */
export function summariseCost(runs: readonly Measured[]): Cost {
  if (runs.length === 0) throw new Error('no run to summarise');
  const times = runs.map(({ milliseconds }) => milliseconds);
  return {
    rounds: runs.length,
    milliseconds: {
      median: Math.round(median(times)),
      min: Math.round(Math.min(...times)),
      max: Math.round(Math.max(...times)),
    },
    cpuMilliseconds: Math.round(median(runs.map(({ cpuMilliseconds }) => cpuMilliseconds ?? 0))),
    peakMegabytes: Math.round(Math.max(...runs.map(({ peakBytes }) => peakBytes ?? 0)) / 1e6),
  };
}
