import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../../src/facts/extract/extract-facts.ts';
import { packFacts, unpackFacts } from '../../../src/facts/packed-facts.ts';
import { toolOf } from '../../../src/facts/scan/tool-configs.ts';
import { kernelModule } from '../../../src/session/node/kernels.ts';

const extractor = createExtractor(kernelModule('plain'));
const settings = (path: string, text: string) => extractor.extract(path, Buffer.from(text)).settings;

describe('settings of tools', () => {
  it('are the texts of a configuration with the keys around them; imports are edges already', () => {
    const text = [
      "import { defineConfig } from 'vitest/config';",
      'export default defineConfig({',
      // Not a template of this file.
      ['  test: { setupFiles: ["./test/setup.ts"], include: [`$', '{root}/src/*.spec.ts`] },'].join(''),
      "  'odd-key': fn('a b', resolve(__dirname, 'src/x.ts')),",
      '});',
    ].join('\n');
    expect(settings('web/vitest.config.ts', text)).toEqual([
      { key: 'test.setupFiles', value: './test/setup.ts', line: 3 },
      { key: 'test.include', value: 'src/*.spec.ts', line: 3 },
      { key: 'odd-key', value: 'src/x.ts', line: 4 },
    ]);
    expect(settings('web/vitest.ts', text)).toBeUndefined();
  });

  it('say in which object of a list they stand', () => {
    const text = `export default { test: { include: ['a.ts', 'b.ts'], projects: ['./c.ts', { test: { exclude: ['d.ts'] } }] } };`;
    expect(settings('vitest.config.ts', text)?.map(({ key, value }) => `${key} ${value}`)).toEqual([
      'test.include a.ts',
      'test.include b.ts',
      'test.projects ./c.ts',
      'test.projects.1.test.exclude d.ts',
    ]);
  });

  it('stay when facts are packed', () => {
    const facts = extractor.extract('jest.config.js', Buffer.from("module.exports = { preset: 'ts-jest' };"));
    expect(unpackFacts(packFacts([facts]))[0]?.settings).toEqual([{ key: 'preset', value: 'ts-jest', line: 1 }]);
  });

  it.each([
    ['vite.config.ts', 'vite'],
    ['web/jest.config.e2e.cjs', 'jest'],
    ['.eslintrc.js', 'eslint'],
    ['web/.storybook/main.ts', 'storybook'],
    ['karma.conf.js', 'karma'],
    ['web/build.mts', 'build'],
    ['web/rebuild.mts', null],
    ['src/config.ts', null],
    ['src/app.config/x.ts', null],
  ])('%s is of %s', (path, tool) => {
    expect(toolOf(path)).toBe(tool);
  });
});
