/** What bench/results/growth.json holds besides name and machine. */
export interface GrowthResult {
  /** By size. */
  readonly steps: readonly GrowthStep[];
  /** How the cold build grows with the number of files, and the parse floor's time for comparison. */
  readonly exponents: Readonly<Record<'wall' | 'cpu' | 'memory' | 'floor', Exponents>>;
}

export interface GrowthStep {
  readonly files: number;
  readonly lines: number;
  readonly rounds: number;
  /** Median of the whole `introspect index` from nothing. */
  readonly wallMilliseconds: number;
  /** Median, all processes together. */
  readonly cpuMilliseconds: number;
  /** Highest of all rounds, all processes together; 0 where it cannot be measured. */
  readonly peakMegabytes: number;
  /** Median of the whole process that only parses. */
  readonly floorMilliseconds: number;
  /** Median, all threads together. */
  readonly floorCpuMilliseconds: number;
  /** Build over floor, by the clock. */
  readonly ratio: number;
  /** Build over floor, by processor time: what other work on the machine disturbs least. */
  readonly cpuRatio: number;
}

export interface Exponents {
  /** By least squares over all sizes. */
  readonly fitted: number;
  /** Between the two largest sizes. */
  readonly last: number;
}
