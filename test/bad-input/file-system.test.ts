/** What a file system may hold besides files and folders: nothing of it is waited for, nothing is followed for ever. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { buildImage } from '../../src/session/node/build/build-image.ts';
import { readBuiltProject } from '../builders/built-project.ts';
import { filesOf, indexed } from '../builders/indexed-project.ts';
import { introspect } from '../builders/introspect-process.ts';
import { projectOf } from '../builders/project.ts';

// These write and read thousands of files: on a machine that does other things too they take their time.
vi.setConfig({ testTimeout: 180_000 });

const pipe = (path: string): void => void execFileSync('mkfifo', [path]);

describe.skipIf(process.platform === 'win32')('a pipe', () => {
  it('with the name of a source is not opened, and an import of it ends somewhere', async () => {
    const project = await indexed(
      { 'main.ts': "import './pipe.ts';\nimport './dock.ts';\n", 'dock.ts': '' },
      { prepare: (root) => pipe(join(root, 'pipe.ts')) },
    );
    expect(project.diagnostics).toEqual(['skipped-special-file pipe.ts']);
    expect(project.importsOf('main.ts')).toContain('dock.ts');
    expect(project.unresolved).toHaveLength(1);
  });

  it('in place of every file that steers a build does not stop it, nor does it stop `doctor`', async () => {
    const names = ['package.json', 'tsconfig.json', 'pnpm-workspace.yaml', '.gitignore', 'jsconfig.json'];
    const project = await indexed(
      { 'a/main.ts': "import './dock.ts';\nimport 'left-pad';\n", 'a/dock.ts': '' },
      { prepare: (root) => names.forEach((name) => void pipe(join(root, name))) },
    );
    expect(project.diagnostics).toEqual([...names].sort().map((name) => `skipped-special-file ${name}`));
    expect(project.importsOf('a/main.ts')).toContain('a/dock.ts');
    const { code, stdout } = await introspect(['doctor'], { cwd: project.root });
    expect([code, stdout.includes('skipped-special-file (5)')]).toEqual([0, true]);
  });

  it('in place of our own configuration is refused by name, and `doctor` says so', async () => {
    const prepare = (root: string) => pipe(join(root, 'introspect.config.json'));
    await expect(indexed({ 'main.ts': '' }, { prepare })).rejects.toMatchObject({ code: 'CONDUIT_BAD_CONFIG' });
    const root = projectOf({ 'main.ts': '' });
    prepare(root);
    const { code, stdout } = await introspect(['doctor'], { cwd: root });
    expect([code, stdout.includes('introspect.config.json cannot be read')]).toEqual([0, true]);
  });

  it('behind a link, and as the base that a tsconfig extends', async () => {
    const project = await indexed(
      {
        'tsconfig.json': { extends: './pipe.json' },
        'main.ts': "import './link.ts';\nimport './dock.ts';\n",
        'dock.ts': '',
      },
      {
        prepare(root) {
          pipe(join(root, 'pipe.json'));
          symlinkSync('pipe.json', join(root, 'link.ts'));
        },
      },
    );
    expect(project.diagnostics).toEqual(['broken-tsconfig tsconfig.json']);
    expect(project.importsOf('main.ts')).toContain('dock.ts');
  });
});

describe('symbolic links', () => {
  it('to each other, to themselves, out of the root, to nothing and upwards', async () => {
    const outside = projectOf({ 'stranger.ts': '', 'lib/index.ts': '' });
    const project = await indexed(
      {
        'main.ts': ['ping', 'self', 'stranger', 'lib', 'gone', 'up/dock', 'dock']
          .map((path) => `import './${path}';\n`)
          .join(''),
        'dock.ts': '',
      },
      {
        prepare(root) {
          symlinkSync('pong.ts', join(root, 'ping.ts'));
          symlinkSync('ping.ts', join(root, 'pong.ts'));
          symlinkSync('self', join(root, 'self'));
          symlinkSync(join(outside, 'stranger.ts'), join(root, 'stranger.ts'));
          symlinkSync(join(outside, 'lib'), join(root, 'lib'));
          symlinkSync('nowhere.ts', join(root, 'gone.ts'));
          symlinkSync('.', join(root, 'up'));
        },
      },
    );
    expect(project.diagnostics).toEqual([
      'skipped-symlink-broken gone.ts',
      'skipped-symlink-outside lib',
      'skipped-symlink-loop ping.ts',
      'skipped-symlink-loop pong.ts',
      'skipped-symlink-loop self',
      'skipped-symlink-outside stranger.ts',
      'skipped-symlink-loop up',
    ]);
    expect(project.unresolved).toEqual([
      'main.ts ./ping: file-not-found',
      'main.ts ./self: file-not-found',
      'main.ts ./stranger: outside-root',
      'main.ts ./lib: outside-root',
      'main.ts ./gone: file-not-found',
    ]);
    // A link to a folder is another way to the same file.
    expect(project.importsOf('main.ts').filter((id) => !id.startsWith('?'))).toEqual(['dock.ts']);
  });

  it('a link to a file inside, imported by its own name, means the file', async () => {
    const project = await indexed(
      { 'main.ts': "import './alias.ts';\nimport './folder/dock';\n", 'real/dock.ts': '' },
      {
        prepare(root) {
          symlinkSync('real/dock.ts', join(root, 'alias.ts'));
          symlinkSync('real', join(root, 'folder'));
        },
      },
    );
    expect(project.importsOf('main.ts')).toEqual(['real/dock.ts']);
    expect(project.summary.files).toBe(2);
  });

  it('forty folders that link to each other are walked once', async () => {
    const project = await indexed(
      filesOf(40, (number) => [`d${number}/a.ts`, '']),
      {
        prepare(root) {
          for (let from = 0; from < 40; from++)
            for (let to = 0; to < 40; to += 7) symlinkSync(`../d${to}`, join(root, `d${from}/l${to}`));
        },
      },
    );
    expect(project.summary.files).toBe(40);
  });
});

describe('files that cannot be read', () => {
  it('a folder with the name of a source is a folder', async () => {
    const project = await indexed({
      'cart.ts/index.ts': "import '../main.js/till.ts';\n",
      'main.js/till.ts': "import '../cart.ts';\n",
    });
    expect(project.importsOf('main.js/till.ts')).toEqual(['cart.ts/index.ts']);
    expect(project.importsOf('cart.ts/index.ts')).toEqual(['main.js/till.ts']);
  });

  it.skipIf(process.getuid?.() === 0)(
    'a folder that may not be entered, and files that may not be opened',
    async () => {
      const locked: string[] = [];
      const project = await indexed(
        {
          'main.ts': "import './locked/a.ts';\nimport './sealed.ts';\nimport './dock.ts';\n",
          'locked/a.ts': '',
          'sealed.ts': '',
          'dock.ts': '',
          'b/package.json': { name: 'b' },
          'b/tsconfig.json': {},
          'b/b.ts': "import '../dock.ts';\n",
        },
        {
          prepare(root) {
            for (const path of ['locked', 'sealed.ts', 'b/package.json', 'b/tsconfig.json']) {
              locked.push(join(root, path));
              chmodSync(join(root, path), 0);
            }
          },
        },
      );
      for (const path of locked) chmodSync(path, 0o700);
      expect(project.diagnostics).toEqual([
        'broken-package-json b/package.json',
        'broken-tsconfig b/tsconfig.json',
        'unreadable locked',
        'unreadable sealed.ts',
      ]);
      expect(project.importsOf('b/b.ts')).toEqual(['dock.ts']);
      expect(project.importsOf('main.ts')).toContain('dock.ts');
    },
  );

  it('files that vanish, change or turn into folders while the build is under way', async () => {
    const root = projectOf({
      ...filesOf(300, (number) => [`src/f${number}.ts`, `import './f${(number + 1) % 300}.ts';\n`]),
      'package.json': { name: 'port' },
    });
    let done = false;
    const summary = await buildImage(root, {
      onProgress({ phase }) {
        // The list is made, no file has been read.
        if (phase !== 'parse' || done) return;
        done = true;
        for (let number = 0; number < 300; number += 3) rmSync(join(root, `src/f${number}.ts`), { force: true });
        rmSync(join(root, 'package.json'));
        mkdirSync(join(root, 'src/f0.ts'));
        writeFileSync(join(root, 'src/f1.ts'), 'export const ;');
      },
    });
    expect(done).toBe(true);
    expect(summary.files).toBe(300);
    const built = readBuiltProject(root);
    // How many were gone in time is the machine's; each of them has its reason, and the next build knows better.
    for (const entry of built.diagnostics) expect(entry).toMatch(/^(unreadable|syntax-error|broken-package-json) /);
    expect(built.importsOf('src/f4.ts')).toEqual(['src/f5.ts']);
    const again = await buildImage(root);
    expect(again.files).toBe(200);
    expect(readBuiltProject(root).diagnostics).toEqual(['syntax-error src/f1.ts']);
    expect(again.unresolved).toMatchObject({ 'file-not-found': 100 });
  });

  it('a root that vanishes is refused by name', async () => {
    const root = projectOf({ 'a.ts': '' });
    rmSync(root, { recursive: true });
    await expect(buildImage(root)).rejects.toMatchObject({ code: 'CONDUIT_NO_ROOT' });
    expect(existsSync(root)).toBe(false);
  });
});

it('5,000 files in one folder, and folders 300 deep', async () => {
  const project = await indexed({
    ...filesOf(5_000, (number) => [`flat/f${number}.ts`, '']),
    [`${'d/'.repeat(300)}deep.ts`]: `import '${'../'.repeat(300)}flat/f4999';\n`,
  });
  expect(project.summary).toMatchObject({ files: 5_001, failed: 0, edges: 1 });
  expect(project.ask({ target: 'flat/f4999.ts', depth: 'all', reverse: true }).nodes).toHaveLength(2);
});

it.skipIf(process.platform === 'win32')(
  'a pipe from the future, as the base that a tsconfig extends, is not read',
  async () => {
    const project = await indexed(
      { 'tsconfig.json': { extends: './base.json' }, 'main.ts': "import './dock.ts';\n", 'dock.ts': '' },
      {
        prepare(root) {
          pipe(join(root, 'base.json'));
          // What is too young to be judged by its time is compared by its content.
          utimesSync(join(root, 'base.json'), 4e9, 4e9);
        },
      },
    );
    expect(project.importsOf('main.ts')).toContain('dock.ts');
  },
  20_000,
);
