import { describe, expect, it } from 'vitest';
import { leftOutTests } from '../../../src/facts/project/left-out-tests.ts';

const paths = [
  'e2e/pay.spec.ts',
  'src/cart.browser.test.ts',
  'src/cart.ts',
  'src/common.case.test.ts',
  'src/price.test.ts',
];
const leftOut = (settings: readonly (readonly [key: string, value: string])[], folder = '') =>
  leftOutTests(
    settings.map(([key, value]) => ({ key, value, file: `${folder}vitest.config.ts`, folder, line: 1 })),
    paths,
  ).map(({ path, setting }) => `${path} ${setting.value}`);

describe('leftOutTests', () => {
  it('are what a configuration excludes, if they have the name of a test', () =>
    expect(
      leftOut([
        ['vitest test.exclude', '**/*.case.test.*'],
        ['vitest test.exclude', 'src/cart.*'],
        ['vitest test.coverage.exclude', 'src/price.test.ts'],
      ]),
    ).toEqual(['src/cart.browser.test.ts src/cart.*', 'src/common.case.test.ts **/*.case.test.*']));

  it('are not what another project of the configuration runs', () =>
    expect(
      leftOut([
        ['vitest test.projects.0.test.exclude', '**/*.{case,browser}.test.ts'],
        ['vitest test.projects.1.test.include', '**/*.browser.test.ts'],
      ]),
    ).toEqual(['src/common.case.test.ts **/*.{case,browser}.test.ts']));

  it('are not what another project may run: by its defaults, or by a glob that is not matched', () => {
    const excluded = ['vitest test.projects.0.test.exclude', '**/*.test.ts'] as const;
    expect(leftOut([excluded, ['vitest test.projects.1.test.name', 'all']])).toEqual([]);
    expect(leftOut([excluded, ['vitest test.projects.1.test.include', 'src/**/+(cart|price).+(test).ts']])).toEqual([]);
    expect(leftOut([excluded, ['vitest test.projects.1.test.include', 'e2e/**/+(a|b).ts']])).toHaveLength(3);
  });

  it('are not excluded by what stands around the projects', () =>
    expect(
      leftOut([
        ['vitest test.exclude', 'src/**'],
        ['vitest test.projects.0.test.exclude', 'e2e/**'],
      ]),
    ).toEqual(['e2e/pay.spec.ts e2e/**']));

  it('lie below the configuration', () =>
    expect(leftOut([['vitest test.exclude', '**/*.test.ts']], 'e2e')).toEqual([]));
});
