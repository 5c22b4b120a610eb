import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commitAll, git, gitProjectOf } from '../../../builders/git-project.ts';
import { introspect } from '../../../builders/introspect-process.ts';
import { projectOf, writeFiles } from '../../../builders/project.ts';

const FILES = {
  '.gitignore': '.introspect/\n',
  'package.json': { name: 'shop' },
  'src/money.ts': [
    'export function round(value: number): number {',
    '  return Math.round(value);',
    '}',
    'export function format(value: number): string {',
    '  return String(value);',
    '}',
    '',
  ].join('\n'),
  'src/cart.ts': "import { round } from './money.ts';\nexport function total(): number {\n  return round(1);\n}\n",
  'src/print.ts': "import { format } from './money.ts';\nexport function print(): string {\n  return format(1);\n}\n",
  'test/größe 1.test.ts': "import { total } from '../src/cart.ts';\ntotal();\n",
  'test/print.test.ts': "import { print } from '../src/print.ts';\nprint();\n",
};

function changedProject(): string {
  const root = gitProjectOf(FILES);
  git(root, 'switch', '--quiet', '-c', 'feature');
  writeFiles(root, { 'src/money.ts': FILES['src/money.ts'].replace('Math.round', 'Math.floor') });
  return root;
}

describe('introspect affected', () => {
  it('names the tests that use what changed, for a runner', async () => {
    const root = changedProject();
    const tests = await introspect(['affected', '--print', 'tests'], { cwd: root });
    expect([tests.code, tests.stdout]).toEqual([0, 'test/größe 1.test.ts\n']);
    commitAll(root, 'second');
    const since = await introspect(['affected', '--since', 'main', '--print', 'modules', '--null'], { cwd: root });
    expect(since.stdout).toBe('src/money.ts\0src/cart.ts\0test/größe 1.test.ts\0');
    const whole = await introspect(['affected', '--base', 'main', '--by-modules', '--print', 'tests'], { cwd: root });
    expect(whole.stdout).toBe('test/größe 1.test.ts\ntest/print.test.ts\n');
    const packages = await introspect(['affected', '--since', 'main', '--print', 'packages'], { cwd: root });
    expect(packages.stdout).toBe('shop\n');
  });

  it('tells people what changed, and how it reaches what is affected', async () => {
    const { stdout, stderr } = await introspect(['affected'], { cwd: changedProject() });
    expect(stdout).toBe(
      [
        '1 changed file: 3 modules affected, 1 test file',
        '',
        'changed',
        '  modified src/money.ts  only #round',
        '',
        'tests (1)',
        '  test/größe 1.test.ts  depth 2',
        '',
        'packages (1)',
        '  shop  3 modules',
        '',
        'modules',
        '  0 src/money.ts',
        '  1 src/cart.ts  via src/money.ts',
        '  2 test/größe 1.test.ts  via src/cart.ts → src/money.ts',
        '',
      ].join('\n'),
    );
    expect(stderr).toContain('all parsed and resolved');
  });

  it('can be told the changes, and is then the query', async () => {
    const root = projectOf(FILES);
    const { stdout } = await introspect(['affected', '--changes', 'deleted:src/gone.ts', '--json'], { cwd: root });
    expect(JSON.parse(stdout)).toMatchObject({ query: 'affected', result: { verdict: 'none', modules: [] } });
  });

  it.each([
    [['--since', 'mian'], /git knows no commit `mian`.*\ndid you mean main\?/],
    [['--since', 'main', '--base', 'main'], /--since is of the files as they are/],
    [['--since', 'main', '--changes', 'added:a.ts'], /not both/],
    [['--null'], /--null goes with --print/],
    [['--print', 'files'], /Allowed choices are modules, packages, tests/],
  ])('refuses %j with code 2', async (args, message) => {
    const { code, stdout, stderr } = await introspect(['affected', ...args], { cwd: gitProjectOf(FILES) });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  it('says so where there is no repository', async () => {
    const { code, stderr } = await introspect(['affected'], { cwd: projectOf(FILES) });
    expect(code).toBe(2);
    expect(stderr).toMatch(/is in no work tree of git\n.*--changes/);
  });

  it('works in a folder of a repository', async () => {
    const root = changedProject();
    const outside = gitProjectOf({ 'a.md': '' });
    git(outside, 'clone', '--quiet', root, 'inner');
    const inner = join(root, 'src');
    const { stdout } = await introspect(['affected', '--root', '.', '--print', 'modules'], { cwd: inner });
    expect(stdout).toBe('money.ts\ncart.ts\n');
  });
});
