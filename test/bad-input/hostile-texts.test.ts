/**
 * Texts on which a careless search is quadratic or worse. Nothing here is measured by the clock: a source that keeps its reader
 * busy for `parse.hangSeconds` is named in the diagnostics, and anything else that hangs runs into the test's own limit.
 */
import { describe, expect, it, vi } from 'vitest';
import { buildImage } from '../../src/session/node/build/build-image.ts';
import { indexed } from '../builders/indexed-project.ts';

// These write and read thousands of files: on a machine that does other things too they take their time.
vi.setConfig({ testTimeout: 180_000 });

const DOCK = { 'dock.ts': 'export const dock = 1;\n' };
const ALL = { index: { minified: true } };
const MOST = 1_900_000;
/** As often as two megabytes take. */
const often = (text: string): string => text.repeat(Math.floor(MOST / text.length));

describe('a source of two megabytes', () => {
  const cases: readonly (readonly [what: string, path: string, source: string])[] = [
    ['a reference without an end', 'a.ts', `/// <reference${often(' ')}\n`],
    ['attributes without an end', 'a.ts', `/// <reference ${often('path="')} />\n`],
    ['doc comments that begin in a text and do not end', 'a.js', `const a = "import('${often('/** ')}";\n`],
    ['tags and types in one comment', 'a.js', `/** ${often("@a {import('x')")} */\n`],
    [
      'tags, and then types',
      'a.js',
      `/** ${often('@a {').slice(0, MOST / 2)} ${often("import('x')").slice(0, MOST / 2)} */\n`,
    ],
    ['comments and texts in turn', 'a.js', often("/** @type {import('./dock')} */'x';")],
    ['texts that look like comments', 'a.js', often("'/** @type {import(`./dock`)} */';")],
    ['imports after imports in one comment', 'a.js', `/** ${often('@import from ')} */\n`],
    ['slashes that could begin an expression', 'a.ts', `const a = '${'('.repeat(2_001)}';\n${often('=/[\\]')}\n`],
    ['a context of many endings', 'a.js', `require.context('./', true, /${often('\\.a')}/);\n`],
    ['imports inside of imports, on one line', 'a.ts', often(`import(\`\${import('./dock')}/\${a}\`);`)],
    ['a specifier of nothing but slashes', 'a.ts', `import '${often('/')}x';\n`],
    ['a pattern of nothing but holes', 'a.ts', `import(\`./${often(`\${a}/`)}b\`);\n`],
  ];
  it(cases.map(([what]) => what).join('; '), async () => {
    const files = Object.fromEntries(cases.map(([what, path, source]) => [`${what}/${path}`, source]));
    const project = await indexed(
      { ...DOCK, ...files, 'introspect.config.json': ALL },
      { mostBytes: 1500 * 2 ** 20, workers: 1 },
    );
    expect(project.diagnostics).toEqual(['syntax-error slashes that could begin an expression/a.ts']);
    expect(project.summary.restarts).toBe(0);
  });
});

it('an error beyond column 65,535, which the parser’s own printer of errors does not survive, costs one restart, once', async () => {
  const source = `${' '.repeat(70_000)} const = ;`;
  const project = await indexed({ ...DOCK, 'a.ts': source, 'b.ts': "import './dock.ts';\n" });
  expect(project.diagnostics).toEqual(['parser-crashed a.ts']);
  expect(project.importsOf('b.ts')).toEqual(['dock.ts']);
  expect(project.summary.restarts).toBe(1);
  expect((await buildImage(project.root)).restarts).toBe(0);
});

describe('a file that steers the build', () => {
  it.each([
    ['ignore patterns of many stars', '.gitignore', `${'*a'.repeat(30)}b\n${'**/a*'.repeat(20)}b\n(a+)+b\n`],
    ['an ignore file of a megabyte', '.gitignore', 'dist/*/a\n'.repeat(100_000)],
    ['a list of workspaces that does not end', 'pnpm-workspace.yaml', `packages: ${'['.repeat(1_000_000)}`],
    ['a list of a hundred thousand workspaces', 'pnpm-workspace.yaml', `packages:\n${'  - a*b*\n'.repeat(100_000)}`],
    ['a manifest that nests deep', 'package.json', `${'['.repeat(1_000_000)}`],
    ['workspaces that nest deep', 'package.json', `{"workspaces":${'['.repeat(5_000)}${']'.repeat(5_000)}}`],
    [
      'exports of two thousand patterns',
      'package.json',
      JSON.stringify({
        name: 'port',
        exports: Object.fromEntries(Array.from({ length: 2_000 }, (_, n) => [`./${n}*`, `./*/${n}`])),
      }),
    ],
    [
      'paths of two thousand patterns',
      'tsconfig.json',
      JSON.stringify({
        compilerOptions: {
          paths: Object.fromEntries(Array.from({ length: 2_000 }, (_, n) => [`${n}*`, [`./*/${n}`]])),
        },
      }),
    ],
  ])('%s', async (_, path, content) => {
    const name = `${'a'.repeat(240)}.ts`;
    const project = await indexed({
      ...DOCK,
      [path]: content,
      [name]: `import './dock.ts';\n${Array.from({ length: 300 }, (_, number) => `import '${number}x';\nimport 'port/${number}y';\n`).join('')}`,
    });
    expect(project.importsOf(name)).toContain('dock.ts');
  });
});

it('a configuration of ours that nests deep is refused by name', async () => {
  const config = `{"include":${'['.repeat(100_000)}`;
  await expect(indexed({ ...DOCK, 'introspect.config.json': config })).rejects.toMatchObject({
    code: 'CONDUIT_BAD_CONFIG',
  });
});
