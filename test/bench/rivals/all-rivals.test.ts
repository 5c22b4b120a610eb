import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ALL_RIVALS } from '../../../bench/rivals/all-rivals.ts';
import { edgesOfCycles, findComponents } from '../../../bench/rivals/find-components.ts';
import { type Found, LEFT_OUT, type Rival, type Task } from '../../../bench/rivals/rival.ts';
import { compareCodeUnits } from '../../../src/base/text.ts';

/** What each tool really printed of fixtures/rivals/project, with its folder's own path replaced. */
const recorded = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../../fixtures/rivals', name), 'utf8');
const scratch = mkdtempSync(join(tmpdir(), 'conduit-rivals-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const task: Task = {
  root: '/project',
  tsconfig: '/project/tsconfig.json',
  scratch,
  installed: (path) => `/rivals/${path}`,
};
const rivals = new Map(ALL_RIVALS.map((rival) => [rival.name, rival]));

function read(name: string): Found {
  const rival = rivals.get(name) as Rival;
  const text = recorded(`${name}.json`);
  return rival.read(
    { stdout: name === 'dpdm' ? '' : text, written: (file) => (file === `${name}.json` ? text : '') },
    task,
  );
}

const MODULES = ['src/cart.ts', 'src/price.ts', 'src/receipt.ts', 'src/tax/index.ts', 'src/tax/rates.ts'];
const EDGES = [
  'src/cart.ts → src/price.ts',
  'src/cart.ts → src/receipt.ts',
  'src/price.ts → src/tax/index.ts',
  'src/tax/index.ts → src/tax/rates.ts',
  'src/tax/rates.ts → src/cart.ts',
  'src/tax/rates.ts → src/price.ts',
];

describe.each(['madge', 'dpdm', 'dependency-cruiser', 'skott', 'rev-dep'])('what %s printed', (name) => {
  it('is read as the modules and edges of the project, without what is not in it', () => {
    const { modules, edges } = read(name);
    expect([...(modules ?? [])].sort(compareCodeUnits)).toEqual(MODULES);
    expect(edges?.map(({ from, to }) => `${from} → ${to}`).sort(compareCodeUnits)).toEqual(EDGES);
  });

  it('has the one component of four modules', () => {
    expect(findComponents(read(name).edges ?? [])).toEqual([MODULES.filter((path) => path !== 'src/receipt.ts')]);
  });
});

it.each(['dpdm', 'dependency-cruiser', 'rev-dep'])('%s says how an import is written', (name) => {
  const edge = read(name).edges?.find(({ from, to }) => from === 'src/price.ts' && to === 'src/tax/index.ts');
  expect(edge?.specifier).toBe('@/tax');
});

describe('tools that say cycles only', () => {
  it('fallow counts the deferred import', () => {
    const { modules, edges, cycles } = read('fallow');
    expect([modules, edges]).toEqual([null, null]);
    expect(findComponents(edgesOfCycles(cycles ?? []))).toEqual([MODULES.filter((path) => path !== 'src/receipt.ts')]);
  });

  it('oxlint does not, and reports a cycle for each of its modules', () => {
    const { cycles } = read('oxlint');
    expect(cycles).toHaveLength(3);
    expect(cycles?.[0]).toEqual(['src/tax/index.ts', 'src/tax/rates.ts', 'src/price.ts']);
    expect(findComponents(edgesOfCycles(cycles ?? []))).toEqual([
      ['src/price.ts', 'src/tax/index.ts', 'src/tax/rates.ts'],
    ]);
  });
});

it('asks every tool about the root, with the tsconfig where the tool takes one', () => {
  for (const rival of ALL_RIVALS) {
    const command = rival.command(task);
    expect(command[0], rival.name).toBe(process.execPath);
    expect(command[1], rival.name).toMatch(/^\/rivals\//);
  }
  const without = ALL_RIVALS.map((rival) => rival.command({ ...task, tsconfig: null }).join(' '));
  expect(without.filter((command) => command.includes('tsconfig'))).toEqual([]);
});

it.each([
  ['.storybook/main.ts', true],
  ['packages/cart/.cache/a.js', true],
  ['node_modules/react/index.js', true],
  ['vendor/chart.min.js', true],
  ['.eslintrc.js', false],
  ['packages/cart/.eslintrc.js', false],
  ['../cart/src/index.ts', false],
  ['src/my_node_modules/a.ts', false],
])('leaves out %s like our scan: %s', (path, out) => {
  expect(new RegExp(LEFT_OUT).test(path)).toBe(out);
});

it('names each tool of the lockfile exactly', () => {
  const { dependencies } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../bench/rivals/package.json'), 'utf8'),
  );
  // What bench/kernels.bench.ts is compared with, and what some tools need beside them.
  const others = ['graphology', 'graphology-components', 'graphology-metrics', 'typescript'];
  expect([...rivals.keys(), ...others].sort()).toEqual(Object.keys(dependencies).sort());
  for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});
