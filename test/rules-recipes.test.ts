/** The recipes of docs/rules.md are run as they stand, in a repository of their own. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { validateConfig } from '../src/session/core/config.ts';
import { CLI } from './builders/introspect-process.ts';
import { projectOf, writeFiles } from './builders/project.ts';

const document = readFileSync(join(import.meta.dirname, '../docs/rules.md'), 'utf8');

/** The blocks of code in a language, in their order. */
function blocks(language: string): string[] {
  return [...document.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, code = '']) => code);
}

const RULES = { rules: [{ name: 'cart-alone', type: 'forbidden', from: 'src/cart', to: 'src/web' }] };
const [workflow = '', preCommit = ''] = blocks('yaml');
const [baseline = '', hook = ''] = blocks('sh');

/** A repository with a remote, whose package is installed, with one commit that breaks no rule; `main` is the remote's branch. */
function repository(): string {
  const remote = projectOf({
    '.gitignore': 'node_modules\n.introspect\n',
    'package.json': { name: 'shop' },
    'introspect.config.json': { check: RULES },
    'src/cart/total.ts': 'export const total = 1;\n',
    'src/web/page.ts': "import { total } from '../cart/total.ts';\nexport const page = total;\n",
  });
  git(remote, 'init', '--quiet', '--initial-branch', 'main');
  commit(remote, 'first');
  const root = join(projectOf({}), 'shop');
  git(remote, 'clone', '--quiet', remote, root);
  const command = join(root, 'node_modules/.bin/introspect');
  writeFiles(root, { 'node_modules/.bin/introspect': `#!/bin/sh\nexec '${process.execPath}' '${CLI}' "$@"\n` });
  // As npm makes it when it installs the package.
  chmodSync(command, 0o755);
  return root;
}

const IDENTITY = ['-c', 'user.name=shop', '-c', 'user.email=shop@example.org'];

function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', [...IDENTITY, ...args], { cwd, encoding: 'utf8', stdio: 'pipe' });
}

function commit(cwd: string, message: string): void {
  git(cwd, 'add', '--all');
  git(cwd, 'commit', '--quiet', '--message', message);
}

function shell(cwd: string, command: string): { status: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, GITHUB_BASE_REF: 'main', NO_COLOR: '1', npm_config_update_notifier: 'false' };
  return spawnSync('sh', ['-c', command], { cwd, env, encoding: 'utf8' });
}

const breakRule = (root: string): void =>
  writeFiles(root, { 'src/cart/broken.ts': "import { page } from '../web/page.ts';\nexport const broken = page;\n" });

it('the configuration on top of the page is valid', () => {
  const [example = ''] = blocks('jsonc');
  expect(validateConfig(JSON.parse(example)).check?.rules).toHaveLength(2);
});

it('the workflow fails on what a branch adds, and on nothing else', () => {
  const { steps } = parse(workflow).jobs.rules as { steps: { run?: string }[] };
  const [install, command = '', ...others] = steps.flatMap(({ run }) => run ?? []);
  expect([install, others]).toEqual(['npm ci', []]);
  const root = repository();
  git(root, 'checkout', '--quiet', '-b', 'feature');
  expect(shell(root, command)).toMatchObject({ status: 0, stdout: '' });
  breakRule(root);
  commit(root, 'second');
  const { status, stdout } = shell(root, command);
  expect(stdout).toMatch(/^::error file=src\/cart\/broken\.ts,line=1,col=22,.*title=cart-alone::/);
  expect(status).toBe(1);
});

it('a baseline puts up with what is there, until it grows', () => {
  const root = repository();
  breakRule(root);
  const [update = '', check = ''] = baseline.trim().split('\n');
  expect(shell(root, check)).toMatchObject({ status: 2 });
  expect(shell(root, update)).toMatchObject({ status: 0 });
  expect(shell(root, check)).toMatchObject({ status: 0 });
  writeFiles(root, { 'src/cart/other.ts': "export * from '../web/page.ts';\n" });
  const { status, stdout } = shell(root, check);
  expect(stdout).toContain('src/cart/other.ts must not import src/web/page.ts');
  expect(stdout).not.toContain('src/cart/broken.ts');
  expect(status).toBe(1);
});

it('the hook stops a commit that breaks a rule', () => {
  const root = repository();
  const file = join(root, '.git/hooks/pre-commit');
  writeFileSync(file, hook);
  chmodSync(file, 0o755);
  writeFiles(root, { 'src/cart/fine.ts': 'export const fine = 2;\n' });
  commit(root, 'second');
  breakRule(root);
  expect(() => commit(root, 'third')).toThrow(/src\/cart\/broken\.ts must not import/);
  expect(git(root, 'log', '--format=%s')).toBe('second\nfirst\n');
});

it('the entry for pre-commit is what the hook runs', () => {
  const [{ hooks }] = parse(preCommit).repos;
  expect(hook).toContain(`\n${hooks[0].entry}\n`);
});
