/** Names that a file system allows: each file is found under its own, and only under its own. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indexed } from '../builders/indexed-project.ts';
import { introspect } from '../builders/introspect-process.ts';
import { projectOf } from '../builders/project.ts';

describe('names that other tools read as something else', () => {
  const names = [
    'two words',
    'ünïcödé',
    '漢字',
    'cafe\u0301',
    'caf\u00e9',
    '🚢',
    '100%',
    '%20',
    'a#b',
    'what?',
    'wow!',
    "it's",
    '"quoted"',
    'back`tick',
    '[id]',
    '[...rest]',
    '(group)',
    '{brace}',
    '@scope',
    '$money',
    '~tilde',
    '+page',
    'a&b',
    'a=b',
    'a,b',
    'a;b',
    '-dash',
    '--force',
    'star*',
    '<angle>',
    'a|b',
    'a:b',
    'a\\b',
    'tab\there',
    'new\nline',
    '__proto__',
    'constructor',
    'toString',
  ];

  it('as a file and as a folder, imported with and without extension', async () => {
    const specifier = (path: string) => JSON.stringify(path);
    const importer = names.map((name) =>
      [`./${name}.ts`, `./${name}/page`].map((path) => `import ${specifier(path)};\n`).join(''),
    );
    const project = await indexed({
      'main.ts': importer.join(''),
      ...Object.fromEntries(
        names.flatMap((name) => [
          [`${name}.ts`, ''],
          [`${name}/page.tsx`, `import '../main.ts';\n`],
        ]),
      ),
    });
    expect(project.unresolved).toEqual([]);
    const wanted = names.flatMap((name) => [`${name}.ts`, `${name}/page.tsx`]).sort();
    expect(project.importsOf('main.ts').sort()).toEqual(wanted);
    for (const path of wanted) expect(project.ask({ target: path, depth: 0 }).root).toBe(path);
    expect(project.importsOf('[id]/page.tsx')).toEqual(['main.ts']);
  });

  it('can be asked for on the command line, whatever they are to a shell', async () => {
    const { root } = await indexed({
      'app/(shop)/[id]/two words.tsx': "import '../../#priv%ate.ts';\n",
      'app/#priv%ate.ts': '',
      '--force.ts': '',
    });
    const ask = async (...target: string[]) => {
      const { stdout } = await introspect(['deps', '--format', 'json', ...target], { cwd: root });
      return (JSON.parse(stdout) as { result: { nodes: { id: string }[] } }).result.nodes.map(({ id }) => id);
    };
    expect(await ask('app/(shop)/[id]/two words.tsx')).toEqual(['app/(shop)/[id]/two words.tsx', 'app/#priv%ate.ts']);
    expect(await ask('--', '--force.ts')).toEqual(['--force.ts']);
  });
});

describe('composed and decomposed accents', () => {
  it('are two names, where the file system has two', async () => {
    const [composed, decomposed] = ['caf\u00e9.ts', 'cafe\u0301.ts'];
    const project = await indexed({
      [composed]: 'export {};\n',
      'main.ts': `import './${composed}';\nimport './${decomposed}';\n`,
    });
    if (existsSync(join(project.root, decomposed))) return; // macOS: one name in two spellings
    expect(project.importsOf('main.ts')).toContain(composed);
    expect(project.unresolved).toEqual([`main.ts ./${decomposed}: file-not-found`]);
  });
});

describe('upper and lower case', () => {
  const sensitive = !existsSync(import.meta.filename.toUpperCase());

  it.runIf(sensitive)(
    'an import that differs in case only leads nowhere, as on the machine that deploys it',
    async () => {
      const project = await indexed({
        'foo.ts': '',
        'main.ts': "import './Foo';\nimport './FOO.ts';\nimport './foo';\n",
      });
      expect(project.importsOf('main.ts')).toContain('foo.ts');
      expect(project.unresolved).toEqual(['main.ts ./Foo: file-not-found', 'main.ts ./FOO.ts: file-not-found']);
    },
  );

  it.runIf(sensitive)('two files, folders or packages that differ in case only are two', async () => {
    const project = await indexed({
      'package.json': { workspaces: ['packages/*'] },
      'packages/ui/package.json': { name: 'ui', main: 'index.ts' },
      'packages/ui/index.ts': '',
      'packages/UI/package.json': { name: 'UI', main: 'index.ts' },
      'packages/UI/index.ts': '',
      'Card.tsx': '',
      'card.ts': '',
      'main.ts': "import './card';\nimport './Card';\nimport 'ui';\nimport 'UI';\n",
    });
    expect(project.importsOf('main.ts')).toEqual([
      'Card.tsx',
      'card.ts',
      'packages/UI/index.ts',
      'packages/ui/index.ts',
    ]);
    expect(project.ask({ target: 'Card.tsx', depth: 0 }).root).toBe('Card.tsx');
    expect(project.ask({ target: 'UI', depth: 0, reverse: true }).root).toBe('UI');
  });
});

describe('an import of a folder', () => {
  it('means its package.json’s entry, then its index; a folder without either is not found', async () => {
    const project = await indexed({
      'cart/index.ts': '',
      'till/package.json': { main: './open.js' },
      'till/open.ts': '',
      'till/index.ts': '',
      'safe/package.json': { main: './gone.js' },
      'safe/index.tsx': '',
      'yard/crane.ts': '',
      'box/package.json': '{ broken',
      'box/index.ts': '',
      'dock.ts': '',
      'dock/index.ts': '',
      'main.ts': ['cart', 'cart/', 'till', 'safe', 'yard', 'box', 'dock', 'dock/', 'cart/index']
        .map((path) => `import './${path}';\n`)
        .join(''),
      'cart/deep/up.ts': "import '..';\nimport '../';\nimport '.';\n",
      'cart/deep/index.ts': '',
    });
    expect(project.importsOf('main.ts')).toEqual([
      '?:./yard',
      'box/index.ts',
      'cart/index.ts',
      'dock.ts',
      'dock/index.ts',
      'safe/index.tsx',
      'till/open.ts',
    ]);
    expect(project.unresolved).toEqual(['main.ts ./yard: file-not-found']);
    expect(project.importsOf('cart/deep/up.ts')).toEqual(['cart/deep/index.ts', 'cart/index.ts']);
  });
});

it.runIf(process.platform === 'linux')(
  'a project in a folder with an odd name, and a root given through it',
  async () => {
    const parent = projectOf({
      'my #1 project (copy)/src/a.ts': "import './b.ts';\n",
      'my #1 project (copy)/src/b.ts': '',
    });
    const root = join(parent, 'my #1 project (copy)');
    const { stdout, code } = await introspect(['deps', 'src/a.ts', '--format', 'json'], { cwd: root });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ result: { nodes: [{ id: 'src/a.ts' }, { id: 'src/b.ts' }] } });
    execFileSync('rm', ['-rf', join(root, '.introspect')]);
  },
);
