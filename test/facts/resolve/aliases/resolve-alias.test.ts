import { expect, it } from 'vitest';
import type { BundlerAlias, FileFacts, Resolution } from '../../../../src/facts/records.ts';
import { createResolver } from '../../../../src/facts/resolve/create-resolver.ts';
import { scanSources } from '../../../../src/facts/scan/scan-sources.ts';
import { extractFrom } from '../../../builders/extract-from.ts';
import { projectOf } from '../../../builders/project.ts';
import { DEFAULT_OPTIONS } from '../../support/default-options.ts';

const short = (answer: Resolution): string => (answer.kind === 'unresolved' ? answer.reason : answer.id);
const path = (find: string, replacement: string, match: BundlerAlias['match'] = 'name'): BundlerAlias => ({
  find,
  match,
  replacement,
  isPath: true,
});
const named = (find: string, replacement: string, match: BundlerAlias['match'] = 'name'): BundlerAlias => ({
  ...path(find, replacement, match),
  isPath: false,
});

const HARBOUR = {
  'package.json': { name: 'harbour', dependencies: { vue: '3', preact: '10', react: '18' } },
  'shared/rope.ts': '',
  'pier/tsconfig.json': { compilerOptions: { paths: { '@typed/*': ['./src/typed/*'], '@both/*': ['./src/typed/*'] } } },
  'pier/src/main.ts': '',
  'pier/src/typed/crane.ts': '',
  'pier/src/boats/index.ts': '',
  'pier/src/boats/tug.vue': '',
  'pier/src/logo.svg': '',
  'pier/lib/crane.ts': '',
  'dock/src/main.ts': '',
};

const PIER = [
  path('@', 'src'),
  path('~', 'src/', 'start'),
  path('@typed', 'lib'),
  path('@both', 'lib'),
  path('@shared', '../shared'),
  path('@outside', '../../elsewhere'),
  path('crane', 'lib/crane.ts', 'exact'),
  path('/@', 'src'),
  path('vue-build', 'node_modules/vue/dist/vue.js'),
  named('react', 'preact/compat'),
  named('ghost', 'nowhere'),
];

const root = () => projectOf(HARBOUR);
const ask = (configs: readonly Pick<FileFacts, 'path' | 'aliases'>[], folder = root()) => {
  const resolver = createResolver(folder, scanSources(folder, DEFAULT_OPTIONS), () => configs);
  return (from: string, specifier: string) => short(resolver.resolve(from, specifier, 'static'));
};

it('leads where the configuration says, for the files in its folder', () => {
  const answer = ask([{ path: 'pier/vite.config.ts', aliases: PIER }]);
  const main = 'pier/src/main.ts';
  const wanted = [
    ['@/boats', 'pier/src/boats/index.ts'],
    ['@/boats/tug.vue', 'pier/src/boats/tug.vue'],
    ['@/logo.svg?url', 'pier/src/logo.svg'],
    ['@', 'file-not-found'],
    ['@/gone', 'file-not-found'],
    ['@boats/tug', 'package-not-declared'],
    ['~boats', 'pier/src/boats/index.ts'],
    ['@shared/rope', 'shared/rope.ts'],
    ['@outside/rope', 'file-not-found'],
    ['crane', 'pier/lib/crane.ts'],
    ['crane/hook', 'package-not-declared'],
    ['/@/boats', 'pier/src/boats/index.ts'],
    ['/src/boats', 'file-not-found'],
    ['react', 'npm:preact'],
    ['react/jsx-runtime', 'npm:preact'],
    ['react-dom', 'package-not-declared'],
    ['vue', 'npm:vue'],
    ['vue-build', 'npm:vue'],
    ['ghost', 'file-not-found'],
    // `paths` of the tsconfig go first, where they lead to something
    ['@typed/crane', 'pier/src/typed/crane.ts'],
    ['@both/gone', 'file-not-found'],
  ];
  expect(wanted.map(([specifier = '']) => [specifier, answer(main, specifier)])).toEqual(wanted);
  expect(answer('dock/src/main.ts', '@/boats')).toBe('package-not-declared');
});

it('asks the innermost configuration first, and those around it for what it has not', () => {
  const answer = ask([
    { path: 'vite.config.ts', aliases: [path('@', 'dock/src'), path('@rope', 'shared/rope.ts', 'exact')] },
    { path: 'pier/webpack.config.js', aliases: [path('@', 'lib')] },
    { path: 'pier/vite.config.ts', aliases: [path('@', 'src')] },
  ]);
  expect(answer('pier/src/main.ts', '@/boats')).toBe('pier/src/boats/index.ts');
  expect(answer('pier/src/main.ts', '@/crane')).toBe('pier/lib/crane.ts');
  expect(answer('pier/src/main.ts', '@/main')).toBe('pier/src/main.ts');
  expect(answer('dock/src/main.ts', '@/main')).toBe('dock/src/main.ts');
  expect(answer('pier/src/main.ts', '@rope')).toBe('shared/rope.ts');
});

it('is the same through the text of a configuration', () => {
  const source = `import { fileURLToPath, URL } from 'node:url';
    export default defineConfig({ resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } } });`;
  const answer = ask([extractFrom(source, 'pier/vite.config.ts')]);
  expect(answer('pier/src/main.ts', '@/boats')).toBe('pier/src/boats/index.ts');
});
