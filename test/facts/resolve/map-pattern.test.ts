import { expect, it } from 'vitest';
import { createResolver } from '../../../src/facts/resolve/create-resolver.ts';
import { scanSources } from '../../../src/facts/scan/scan-sources.ts';
import { projectOf } from '../../builders/project.ts';
import { DEFAULT_OPTIONS } from '../support/default-options.ts';

it('puts tsconfig paths first, then aliases, and leaves packages alone', () => {
  const root = projectOf({
    'pier/tsconfig.json': { compilerOptions: { paths: { '@/*': ['./src/*', './lib/*'] } } },
    'pier/main.ts': '',
  });
  const aliases = [{ find: '@', match: 'name', replacement: 'app', isPath: true } as const];
  const configs = [{ path: 'pier/vite.config.ts', aliases }];
  const resolver = createResolver(root, scanSources(root, DEFAULT_OPTIONS), () => configs);
  const map = (pattern: string) => resolver.mapPattern('pier/main.ts', pattern);
  expect(map('@/boats/*.vue')).toEqual(['pier/src/boats/*.vue', 'pier/lib/boats/*.vue', 'pier/app/boats/*.vue']);
  expect(map('vue/*')).toEqual([]);
  expect(map('*/boats')).toEqual([]);
  expect(resolver.mapPattern('main.ts', '@/boats/*')).toEqual([]);
});
