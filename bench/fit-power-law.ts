/** `y = factor * x ** exponent`. */
export interface PowerLaw {
  readonly exponent: number;
  readonly factor: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The straight line through the logarithms of the points by least squares. Constant costs such as start-up make the exponent smaller
 * than it is for large x: look at {@link lastExponent} too.
 * @throws Error for fewer than two different positive x
 */
export function fitPowerLaw(points: readonly Point[]): PowerLaw {
  const logs = points.filter(({ x, y }) => x > 0 && y > 0).map(({ x, y }) => ({ x: Math.log(x), y: Math.log(y) }));
  const mean = (of: (point: Point) => number): number => logs.reduce((sum, point) => sum + of(point), 0) / logs.length;
  const [meanX, meanY] = [mean(({ x }) => x), mean(({ y }) => y)];
  const spread = mean(({ x }) => (x - meanX) ** 2);
  if (!(spread > 0)) throw new Error('a power law needs two different sizes');
  const exponent = mean(({ x, y }) => (x - meanX) * (y - meanY)) / spread;
  return { exponent, factor: Math.exp(meanY - exponent * meanX) };
}

/** The exponent between the two largest sizes, where constant costs weigh least. */
export function lastExponent(points: readonly Point[]): number {
  return fitPowerLaw([...points].sort((a, b) => a.x - b.x).slice(-2)).exponent;
}
