// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are sources, not templates
import { describe, expect, it } from 'vitest';
import { kernelModule } from '../../src/session/node/kernels.ts';
import { createPrescan, NESTING_LIMIT } from '../../src/syntax/prescan.ts';
import { createDepthGauge } from '../../src/wasm/depth-gauge.ts';
import { createSurveyor } from '../../src/wasm/source-survey.ts';

const survey = createSurveyor(kernelModule('plain'));
const nestsTooDeep = createPrescan(kernelModule('plain'));
const deepest = createDepthGauge(kernelModule('plain'));
const isRefused = (source: Uint8Array) => nestsTooDeep(source, survey(source).openings);
const depthOf = (source: string) => deepest(Buffer.from(source), NESTING_LIMIT);

describe('nesting', () => {
  it.each([
    ['dock(ship)[0]; { quay: () => [(1)] }', 3],
    ['"((((" + \'[[[[\' + `{{{{`', 0],
    ['"\\"((((" // ((((\n', 0],
    ['/* (((( */ dock(1) // ((((', 1],
    ['`((${ dock(`((${ [ship] }))`) }))`', 4],
    ['`${ { quay: `}` } }${ (1) }`', 2],
    ['text.split(/[([{"]/); dock(1)', 1],
    ['const ratio = (a) / (b) / (c)', 1],
    ['x = /\\/(/; y = (1)', 1],
    ["<Quay>Don’t and don't\n</Quay>; dock((1))", 2],
    ['<Quay berth={1} /> ; ((1))', 2],
    ["const open = 'unclosed (((\n ((1))", 2],
    [')))))((', 2],
    ['/* never closed ((', 0],
    ['`never closed ((', 0],
    ['', 0],
  ])('%j is %i deep', (source, depth) => {
    expect(depthOf(source)).toBe(depth);
  });
});

it('refuses just what is over the limit', () => {
  const nested = (levels: number) => Buffer.from('('.repeat(levels) + ')'.repeat(levels));
  expect(isRefused(nested(NESTING_LIMIT))).toBe(false);
  expect(isRefused(nested(NESTING_LIMIT + 1))).toBe(true);
  expect(isRefused(nested(1_000_000))).toBe(true);
  expect(isRefused(Buffer.from('${'.repeat(3_000)))).toBe(true);
  expect(isRefused(Buffer.from(`${'`${'.repeat(3_000)}1${'}`'.repeat(3_000)}`))).toBe(true);
});

it('lets pass what only opens many', () => {
  expect(isRefused(Buffer.from('dock(ship);'.repeat(10_000)))).toBe(false);
  expect(isRefused(Buffer.from(`'${'('.repeat(10_000)}'`))).toBe(false);
});
