import { expect, it } from 'vitest';
import { growthPlot } from '../../bench/growth-plot.ts';
import type { GrowthResult, GrowthStep } from '../../bench/growth-result.ts';

const step = (files: number, wallMilliseconds: number, peakMegabytes: number): GrowthStep => ({
  files,
  lines: 90 * files,
  rounds: 1,
  wallMilliseconds,
  cpuMilliseconds: 2 * wallMilliseconds,
  peakMegabytes,
  floorMilliseconds: wallMilliseconds / 2,
  floorCpuMilliseconds: wallMilliseconds,
  ratio: 2,
  cpuRatio: 2,
});
const none = { fitted: 0, last: 0 };
const result = (steps: GrowthStep[]): GrowthResult => ({
  steps,
  exponents: { wall: none, cpu: none, memory: none, floor: none },
});

it('names the fitted exponent of each curve', () => {
  const svg = growthPlot(result([step(1000, 1000, 200), step(10_000, 100_000, 2000)]));
  expect(svg).toContain('>cold build, files^2.00<');
  expect(svg).toContain('>peak memory, files^1.00<');
});

it('places equal factors at equal distances, and within the axes', () => {
  const svg = growthPlot(result([step(1000, 1000, 200), step(10_000, 2000, 300), step(100_000, 4000, 500)]));
  const circles = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [Number(x), Number(y)]);
  const [first, second, third] = circles;
  expect((second?.[0] ?? 0) - (first?.[0] ?? 0)).toBeCloseTo((third?.[0] ?? 0) - (second?.[0] ?? 0), 0);
  expect((first?.[1] ?? 0) - (second?.[1] ?? 0)).toBeCloseTo((second?.[1] ?? 0) - (third?.[1] ?? 0), 0);
  expect(circles).toHaveLength(12);
  expect(Math.min(...circles.flat())).toBeGreaterThan(0);
});

it('says that memory was not measured where it cannot be', () => {
  expect(growthPlot(result([step(1000, 1000, 0), step(2000, 2000, 0)]))).toContain('memory (MB): not measured');
});
