import { expect, it } from 'vitest';
import { rangeExcludes } from '../../../src/facts/resolve/version-ranges.ts';

it.each([
  ['^1.2.3', ['1.2.3', '1.9.0'], ['1.2.2', '2.0.0']],
  ['^0.2.3', ['0.2.3', '0.2.9'], ['0.3.0', '1.0.0']],
  ['^0.0.3', ['0.0.3'], ['0.0.4']],
  ['^0.0', ['0.0.9'], ['0.1.0']],
  ['^0', ['0.9.9'], ['1.0.0']],
  ['~1.2.3', ['1.2.9'], ['1.3.0', '1.2.2']],
  ['~1', ['1.9.0'], ['2.0.0']],
  ['1.x', ['1.0.0', '1.7.2'], ['0.9.0', '2.0.0']],
  ['1.2', ['1.2.8'], ['1.3.0']],
  ['=1.2.3', ['1.2.3'], ['1.2.4']],
  ['v1.2.3', ['1.2.3'], ['1.2.4']],
  ['>1', ['2.0.0'], ['1.9.9']],
  ['>1.2.3', ['1.2.4'], ['1.2.3']],
  ['>= 1.2 < 2', ['1.2.0', '1.9.9'], ['1.1.9', '2.0.0']],
  ['<=1.2', ['1.2.7'], ['1.3.0']],
  ['1.2 - 2', ['1.2.0', '2.9.0'], ['1.1.0', '3.0.0']],
  ['^1.7.1 || ^2.0.0', ['1.8.0', '2.12.0'], ['1.7.0', '3.0.0']],
])('knows what %s is not', (range, inside, outside) => {
  for (const version of inside) expect.soft([version, rangeExcludes(range, version)]).toEqual([version, false]);
  for (const version of outside) expect.soft([version, rangeExcludes(range, version)]).toEqual([version, true]);
});

it.each([
  '',
  '*',
  'x',
  'latest',
  'workspace:^',
  'npm:oven@1',
  'catalog:',
  'git+https://oven.example/oven.git',
  '^1 || latest',
  '>=1 <oven',
])('excludes nothing by %j', (range) => {
  expect(rangeExcludes(range, '2.1.0')).toBe(false);
});

it('takes no side between prereleases of one version, and none without a version', () => {
  expect(rangeExcludes('9.0.0-beta.1', '9.0.0-beta.0')).toBe(false);
  expect(rangeExcludes('^9.0.0', '9.0.0-beta.0')).toBe(false);
  expect(rangeExcludes('^7.5.1', '9.0.0-beta.0')).toBe(true);
  expect(rangeExcludes('^7.5.1', '0')).toBe(false);
});
