/** tsconfigs that are broken or go round in circles: they degrade the sources that they govern, and no others. */
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indexed } from '../builders/indexed-project.ts';
import type { ProjectFiles } from '../builders/project.ts';

/** A sound package beside every broken one: it must resolve its alias whatever its neighbour says. */
const SOUND: ProjectFiles = {
  'sound/package.json': { name: 'sound' },
  'sound/tsconfig.json': { compilerOptions: { paths: { '@/*': ['./src/*'] } } },
  'sound/src/a.ts': "import '@/b';\n",
  'sound/src/b.ts': '',
};

async function indexedBesideSound(files: ProjectFiles) {
  const project = await indexed({ ...SOUND, ...files });
  expect(project.importsOf('sound/src/a.ts')).toEqual(['sound/src/b.ts']);
  return project;
}

describe('a configuration that', () => {
  const cases: readonly (readonly [what: string, content: string | object, state: 'broken' | 'sound' | 'any'])[] = [
    ['is cut off', '{ "compilerOptions": { "paths": { "@/*"', 'broken'],
    ['is no object', '[1, 2]', 'broken'],
    ['is a text', '"tsconfig"', 'broken'],
    ['is empty', '', 'sound'],
    ['is nothing but a comment', '// {}', 'sound'],
    [
      'has settings of the wrong types',
      { compilerOptions: { paths: 7, baseUrl: [], rootDirs: 'src' }, include: 3, extends: {}, references: 'x' },
      'sound',
    ],
    [
      'maps to things that are no paths',
      { compilerOptions: { paths: { '@/*': ['', 7, null, '\0'], '*': [] } } },
      'sound',
    ],
    ['nests 20,000 deep', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, 'any'],
    ['holds zeros', '\0'.repeat(100), 'broken'],
    ['is half a megabyte of brackets', '['.repeat(2 ** 19), 'any'],
  ];
  it(cases.map(([what]) => what).join('; '), async () => {
    const files = cases.flatMap(([what, content]) => [
      [`${what}/tsconfig.json`, content],
      [`${what}/a.ts`, "import './b';\nimport '@/b';\n"],
      [`${what}/b.ts`, ''],
    ]);
    const project = await indexedBesideSound(Object.fromEntries(files));
    const stated = (state: string) => cases.flatMap(([what, , is]) => (is === state ? [what] : []));
    const broken = project.diagnostics.map(
      (entry) => /^broken-tsconfig (.*)\/tsconfig\.json$/.exec(entry)?.[1] ?? entry,
    );
    for (const what of stated('broken')) expect(broken).toContain(what);
    for (const what of broken) expect([...stated('broken'), ...stated('any')]).toContain(what);
    for (const [what] of cases) expect(project.importsOf(`${what}/a.ts`), what).toContain(`${what}/b.ts`);
    // The alias of the sound neighbour is not theirs.
    expect(project.unresolved).toHaveLength(cases.length);
  });
});

describe('a circle of', () => {
  it('`extends`, of one, of two and of a hundred, is broken where it closes', async () => {
    const ring = Object.fromEntries(
      Array.from({ length: 100 }, (_, number) => [
        `hundred/tsconfig.${number}.json`,
        { extends: `./tsconfig.${(number + 1) % 100}.json` },
      ]),
    );
    const project = await indexedBesideSound({
      'one/tsconfig.json': { extends: './tsconfig.json', compilerOptions: { paths: { '~/*': ['./*'] } } },
      'one/a.ts': "import '~/b';\n",
      'one/b.ts': '',
      'two/tsconfig.json': { extends: './tsconfig.base.json' },
      'two/tsconfig.base.json': { extends: './tsconfig.json', compilerOptions: { paths: { '~/*': ['./*'] } } },
      'two/a.ts': "import '~/b';\n",
      'two/b.ts': '',
      ...ring,
      'hundred/tsconfig.json': { extends: './tsconfig.0.json' },
      'hundred/a.ts': "import './b';\n",
      'hundred/b.ts': '',
    });
    // What can be read of them counts.
    expect(project.importsOf('one/a.ts')).toEqual(['one/b.ts']);
    expect(project.importsOf('two/a.ts')).toEqual(['two/b.ts']);
    expect(project.importsOf('hundred/a.ts')).toEqual(['hundred/b.ts']);
    expect(project.diagnostics).toContain('broken-tsconfig one/tsconfig.json');
    expect(project.diagnostics.some((entry) => entry.includes('two/'))).toBe(true);
    expect(project.diagnostics.filter((entry) => !/^broken-tsconfig (one|two|hundred)\//.test(entry))).toEqual([]);
  });

  it('references, and one on itself', async () => {
    const project = await indexedBesideSound({
      'a/tsconfig.json': { files: [], references: [{ path: '.' }, { path: '../b' }, { path: '../gone' }, {}] },
      'a/main.ts': "import '../b/main';\n",
      'b/tsconfig.json': { references: [{ path: '../a' }] },
      'b/main.ts': "import '../a/main';\n",
    });
    expect(project.diagnostics.filter((entry) => !entry.includes('gone'))).toEqual(project.diagnostics);
    expect(project.importsOf('a/main.ts')).toEqual(['b/main.ts']);
  });

  it('`paths`: an alias that maps to itself or to another is looked for once', async () => {
    const paths = { a: ['b'], b: ['a'], 'c/*': ['c/*', './src/*'], '*': ['*', './src/*'], '@/*': ['@/*'] };
    const project = await indexedBesideSound({
      'ring/tsconfig.json': { compilerOptions: { paths } },
      'ring/main.ts':
        "import 'a';\nimport 'b';\nimport 'c/dock';\nimport 'dock';\nimport '@/dock';\nimport 'c/c/c/dock';\n",
      'ring/src/dock.ts': '',
    });
    expect(project.importsOf('ring/main.ts').filter((id) => !id.startsWith('?'))).toEqual(['ring/src/dock.ts']);
    expect(project.unresolved.map((entry) => entry.split(' ')[1])).toEqual(['a:', 'b:', '@/dock:', 'c/c/c/dock:']);
  });
});

it('`extends` of a hundred bases, a thousand `paths` and two thousand `references` take no time', async () => {
  const bases = Array.from({ length: 100 }, (_, number) => `./base${number}.json`);
  const paths = Object.fromEntries(
    Array.from({ length: 1_000 }, (_, number) => [`@${number}/*`, ['./src/*', `./${number}/*`]]),
  );
  const references = Array.from({ length: 2_000 }, (_, number) => ({ path: `./p${number % 7}` }));
  const project = await indexedBesideSound({
    ...Object.fromEntries(bases.map((base) => [base.slice(2), { compilerOptions: { customConditions: ['x'] } }])),
    'tsconfig.json': { extends: bases, compilerOptions: { paths }, references, include: ['**/*'] },
    'main.ts': Array.from({ length: 1_000 }, (_, number) => `import '@${number}/dock';\n`).join(''),
    'src/dock.ts': '',
  });
  expect(project.importsOf('main.ts')).toEqual(['src/dock.ts']);
});

it('a tsconfig that is a link to another folder’s governs the folder that it is linked into', async () => {
  const project = await indexed(
    {
      'shared/tsconfig.json': { compilerOptions: { paths: { '@/*': ['./src/*'] } } },
      'oven/main.ts': "import '@/heat';\n",
      'oven/src/heat.ts': '',
    },
    { prepare: (root) => symlinkSync('../shared/tsconfig.json', join(root, 'oven/tsconfig.json')) },
  );
  expect(project.importsOf('oven/main.ts')).toEqual(['oven/src/heat.ts']);
});

it('a configuration of ours that is a folder is refused by name', async () => {
  await expect(indexed({ 'introspect.config.json/inner.json': '' })).rejects.toMatchObject({
    code: 'CONDUIT_BAD_CONFIG',
  });
});
