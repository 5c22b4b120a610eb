import { fitPowerLaw, type Point } from './fit-power-law.ts';
import type { GrowthResult } from './growth-result.ts';

interface Curve {
  readonly name: string;
  readonly color: string;
  readonly points: readonly Point[];
}

const [WIDTH, HEIGHT] = [460, 380];
const MARGIN = { left: 76, right: 24, top: 80, bottom: 56 };

/** An SVG drawing of two log-log panels, time and memory over the number of files, each curve with its fitted exponent. */
export function growthPlot({ steps }: GrowthResult): string {
  const points = (of: (step: GrowthResult['steps'][number]) => number): Point[] =>
    steps.map((step) => ({ x: step.files, y: of(step) }));
  const time: Curve[] = [
    { name: 'cold build', color: '#0b5fa5', points: points((step) => step.wallMilliseconds / 1000) },
    { name: 'cold build, processor time', color: '#a5320b', points: points((step) => step.cpuMilliseconds / 1000) },
    { name: 'parse floor', color: '#8a6d00', points: points((step) => step.floorMilliseconds / 1000) },
  ];
  const memory: Curve[] = [{ name: 'peak memory', color: '#0b5fa5', points: points((step) => step.peakMegabytes) }];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${2 * WIDTH}" height="${HEIGHT}" viewBox="0 0 ${2 * WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13">`,
    '<title>Cold builds by number of files: time and memory</title>',
    `<rect width="${2 * WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    ...panel('time (s)', time, 0),
    ...panel('memory (MB)', memory, WIDTH),
    '</svg>',
    '',
  ].join('\n');
}

function panel(title: string, curves: readonly Curve[], left: number): string[] {
  const all = curves.flatMap(({ points }) => points).filter(({ y }) => y > 0);
  if (all.length === 0) return [`<text x="${left + MARGIN.left}" y="24">${title}: not measured</text>`];
  const x = axis(
    all.map((point) => point.x),
    left + MARGIN.left,
    left + WIDTH - MARGIN.right,
  );
  const y = axis(
    all.map((point) => point.y),
    HEIGHT - MARGIN.bottom,
    MARGIN.top,
  );
  const bottom = HEIGHT - MARGIN.bottom;
  return [
    ...x.ticks.flatMap((tick) => [
      `<path d="M${x.at(tick)} ${bottom}V${MARGIN.top}" stroke="#ddd"/>`,
      `<text x="${x.at(tick)}" y="${bottom + 20}" text-anchor="middle">${label(tick)}</text>`,
    ]),
    ...y.ticks.flatMap((tick) => [
      `<path d="M${left + MARGIN.left} ${y.at(tick)}H${left + WIDTH - MARGIN.right}" stroke="#ddd"/>`,
      `<text x="${left + MARGIN.left - 8}" y="${y.at(tick) + 4}" text-anchor="end">${label(tick)}</text>`,
    ]),
    `<text x="${left + (WIDTH + MARGIN.left - MARGIN.right) / 2}" y="${HEIGHT - 14}" text-anchor="middle">files</text>`,
    `<text x="${left + MARGIN.left}" y="22" font-weight="bold">${title}</text>`,
    ...curves.flatMap((curve, at) => drawCurve(curve, x, y, { x: left + MARGIN.left, y: 42 + 16 * at })),
  ];
}

function drawCurve({ name, color, points }: Curve, x: Axis, y: Axis, legend: Point): string[] {
  const drawn = points.filter((point) => point.y > 0);
  const different = new Set(drawn.map((point) => point.x)).size > 1;
  const exponent = different ? `, files^${fitPowerLaw(drawn).exponent.toFixed(2)}` : '';
  const path = drawn.map((point, at) => `${at === 0 ? 'M' : 'L'}${x.at(point.x)} ${y.at(point.y)}`).join('');
  return [
    `<path d="${path}" fill="none" stroke="${color}" stroke-width="2"/>`,
    ...drawn.map((point) => `<circle cx="${x.at(point.x)}" cy="${y.at(point.y)}" r="4" fill="${color}"/>`),
    `<text x="${legend.x}" y="${legend.y}" fill="${color}">${name}${exponent}</text>`,
  ];
}

interface Axis {
  /** Where a value lies, in pixels. */
  at(value: number): number;
  readonly ticks: readonly number[];
}

/** A logarithmic axis from the 1, 2 or 5 at or below the least value to that at or above the greatest. */
function axis(values: readonly number[], from: number, to: number): Axis {
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const decades = Array.from({ length: 14 }, (_, power) => 10 ** (power - 4));
  const marks = decades.flatMap((decade) => [decade, 2 * decade, 5 * decade]);
  const low = marks.findLast((mark) => mark <= least) ?? least;
  const high = marks.find((mark) => mark >= greatest && mark > low) ?? greatest;
  const scale = (to - from) / Math.log(high / low);
  return {
    at: (value) => Math.round(10 * (from + scale * Math.log(value / low))) / 10,
    ticks: marks.filter((mark) => mark >= low && mark <= high),
  };
}

const label = (value: number): string =>
  value >= 1000 ? `${Number((value / 1000).toPrecision(3))}k` : String(Number(value.toPrecision(3)));
