import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitPowerLaw, lastExponent } from '../../bench/fit-power-law.ts';

const SIZES = [1000, 10_000, 30_000, 100_000];

it('finds the exponent and the factor that made the points', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 3, noNaN: true }),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      (exponent, factor) => {
        const fit = fitPowerLaw(SIZES.map((x) => ({ x, y: factor * x ** exponent })));
        expect(fit.exponent).toBeCloseTo(exponent, 6);
        expect(fit.factor / factor).toBeCloseTo(1, 6);
      },
    ),
  );
});

it('gives the slope of least squares when the points are on no line', () => {
  const points = [
    { x: 1, y: 1 },
    { x: Math.E, y: Math.E ** 2 },
    { x: Math.E ** 2, y: Math.E ** 2 },
  ];
  expect(fitPowerLaw(points).exponent).toBeCloseTo(1, 9);
});

it('sees a quadratic end that constant costs hide from the fit', () => {
  const points = SIZES.map((x) => ({ x, y: 1e6 + (x / 100) ** 2 * 10 }));
  expect(fitPowerLaw(points).exponent).toBeLessThan(1);
  expect(lastExponent(points)).toBeGreaterThan(1);
});

it('refuses to fit one size', () => {
  expect(() =>
    fitPowerLaw([
      { x: 5, y: 1 },
      { x: 5, y: 2 },
    ]),
  ).toThrow('two different sizes');
});
