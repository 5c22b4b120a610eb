/** Configurations of every kind, each a small project, against TypeScript's own answers for the same imports. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${configDir} is a variable of tsconfig, not of ours
import { describe, expect, it } from 'vitest';
import { typescriptEdges } from '../../../bench/oracles/typescript-edges.ts';
import { createResolver } from '../../../src/facts/resolve/create-resolver.ts';
import { scanSources } from '../../../src/facts/scan/scan-sources.ts';
import { type ProjectFiles, projectOf } from '../../builders/project.ts';
import { DEFAULT_OPTIONS } from '../support/default-options.ts';

const NODENEXT = { module: 'nodenext', moduleResolution: 'nodenext' };
const BUNDLER = { module: 'esnext', moduleResolution: 'bundler' };

/** What each project is about → its files; `wanted` are the targets of its imports, in order of importer and place. */
const PROJECTS: Readonly<Record<string, { readonly files: ProjectFiles; readonly wanted: readonly string[] }>> = {
  'configDir in a base that others extend': {
    files: {
      'base.json': {
        compilerOptions: { ...BUNDLER, paths: { '@/*': ['${configDir}/src/*'] } },
        include: ['${configDir}/src'],
      },
      'oven/tsconfig.json': { extends: '../base.json' },
      'oven/src/heat.ts': "import '@/gauge';",
      'oven/src/gauge.ts': '',
      'shop/tsconfig.json': { extends: '../base.json' },
      'shop/src/till.ts': "import '@/gauge';",
    },
    wanted: ['oven/src/gauge.ts', 'nothing'],
  },
  'a list of bases, of which the later wins': {
    files: {
      'a.json': { compilerOptions: { ...BUNDLER, paths: { '@/*': ['./lost/*'] } } },
      'b.json': { compilerOptions: { paths: { '@/*': ['./src/*'] } } },
      'tsconfig.json': { extends: ['./a.json', './b.json'] },
      'src/main.ts': "import '@/cart';",
      'src/cart.ts': '',
      'lost/cart.ts': '',
    },
    wanted: ['src/cart.ts'],
  },
  'several targets of a path, without baseUrl': {
    files: {
      'tsconfig.json': {
        compilerOptions: { ...BUNDLER, paths: { '~/*': ['./generated/*', './src/*'], '~/exact': ['./src/one.ts'] } },
      },
      'src/main.ts': "import '~/cart'; import '~/stock'; import '~/exact'; import '~/gone';",
      'src/cart.ts': '',
      'src/one.ts': '',
      'generated/stock.ts': '',
      'src/stock.ts': '',
    },
    wanted: ['src/cart.ts', 'generated/stock.ts', 'src/one.ts', 'nothing'],
  },
  rootDirs: {
    files: {
      'tsconfig.json': { compilerOptions: { ...BUNDLER, rootDirs: ['./src', './generated'] } },
      'src/menu/page.ts': "import './list'; import '../menu/own';",
      'src/menu/own.ts': '',
      'generated/menu/list.ts': "import './page';",
    },
    wanted: ['src/menu/page.ts', 'generated/menu/list.ts', 'src/menu/own.ts'],
  },
  'a solution whose projects have paths of their own': {
    files: {
      'tsconfig.json': { files: [], references: [{ path: './tsconfig.app.json' }, { path: './tsconfig.spec.json' }] },
      'tsconfig.app.json': {
        compilerOptions: { ...BUNDLER, paths: { '#/*': ['./src/*'] } },
        include: ['src'],
        exclude: ['src/**/*.spec.ts'],
      },
      'tsconfig.spec.json': {
        compilerOptions: { ...BUNDLER, paths: { '#/*': ['./fakes/*'] } },
        include: ['src/**/*.spec.ts', 'fakes'],
      },
      'src/cart.ts': "import '#/till';",
      'src/cart.spec.ts': "import '#/till';",
      'src/till.ts': '',
      'fakes/till.ts': '',
    },
    wanted: ['fakes/till.ts', 'src/till.ts'],
  },
  'a folder whose only configuration has another name': {
    files: {
      'tsconfig.json': { compilerOptions: { ...BUNDLER, paths: { till: ['./src/till.ts'] } } },
      'spec/tsconfig.spec.json': { compilerOptions: { ...BUNDLER, paths: { till: ['./fake.ts'] } } },
      'spec/cart.ts': "import 'till';",
      'spec/fake.ts': '',
      'src/till.ts': '',
    },
    wanted: ['src/till.ts'],
  },
  'its own name, imports and customConditions': {
    files: {
      'tsconfig.json': { compilerOptions: { ...BUNDLER, customConditions: ['bakery'] } },
      'package.json': {
        name: 'bakery',
        type: 'module',
        exports: { '.': { bakery: './src/index.ts', default: './lost.js' }, './parts/*': './src/parts/*.ts' },
        imports: { '#oven': { bakery: './src/oven.ts', default: './lost.js' }, '#in/*.js': './src/parts/*.ts' },
      },
      'src/index.ts':
        "import 'bakery'; import 'bakery/parts/dough'; import '#oven'; import '#in/dough.js'; import '#gone';",
      'src/oven.ts': '',
      'src/parts/dough.ts': '',
      'lost.js': '',
    },
    wanted: ['src/index.ts', 'src/parts/dough.ts', 'src/oven.ts', 'src/parts/dough.ts', 'nothing'],
  },
  'import and require of one package under nodenext, by the format of the importer': {
    files: {
      'tsconfig.json': { compilerOptions: NODENEXT },
      'package.json': { name: 'oven', exports: { '.': { import: './esm.mts', require: './cjs.cts' } } },
      'esm.mts': '',
      'cjs.cts': '',
      'a.ts': "import 'oven'; import('oven'); import heat = require('oven');",
      'b.mts': "import 'oven'; import heat = require('oven');",
    },
    wanted: ['cjs.cts', 'esm.mts', 'cjs.cts', 'esm.mts', 'cjs.cts'],
  },
  'a folder that is called like a package, under baseUrl': {
    files: {
      'tsconfig.json': { compilerOptions: { ...NODENEXT, baseUrl: '.', ignoreDeprecations: '6.0' } },
      'package.json': { name: 'shop', type: 'module', devDependencies: { vite: '7' } },
      'vite/index.ts': '',
      'vite.config.ts': "import 'vite';",
      'node_modules/vite/package.json': { name: 'vite', main: 'main.js' },
      'node_modules/vite/main.js': '',
    },
    wanted: ['npm:vite'],
  },
  'declarations by hand beside code: types lead to them': {
    files: {
      'tsconfig.json': { compilerOptions: { ...BUNDLER, allowJs: true } },
      'main.ts':
        "import type { Port } from './port.js'; let p: import('./port').Port; export type { Port } from './port.js';",
      'port.js': '',
      'port.d.ts': 'export type Port = 1;',
    },
    wanted: ['port.d.ts', 'port.d.ts', 'port.d.ts'],
  },
};

describe('leads where TypeScript leads:', () => {
  it.each(Object.entries(PROJECTS))('%s', (_, { files, wanted }) => {
    const root = projectOf(files);
    const scan = scanSources(root, DEFAULT_OPTIONS);
    const { resolve } = createResolver(root, scan);
    const paths = scan.files.map(({ path }) => path);
    const configPaths = scan.configs.map(({ path }) => path).filter((path) => path.includes('tsconfig'));
    const { sites } = typescriptEdges(root, paths, configPaths);
    const theirs = [...sites]
      .sort((a, b) => a.column - b.column)
      .sort((a, b) => paths.indexOf(a.path) - paths.indexOf(b.path));
    expect(theirs.map(({ target }) => (target.kind === 'nothing' ? 'nothing' : target.id))).toEqual(wanted);
    const ours = theirs.map(({ path, specifier, kind }) => resolve(path, specifier, kind));
    expect(ours.map((answer) => (answer.kind === 'unresolved' ? 'nothing' : answer.id))).toEqual(wanted);
  });
});
