/** The recipes of docs/rules.md are run as they stand, in a repository of their own. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** What `npm ci` installs: the built command, in a package beside the repository, so that nothing is fetched. */
const PACKAGE = 'conduit-introspect';
const MANIFEST = { name: 'shop', devDependencies: { [PACKAGE]: `file:../${PACKAGE}` } };
const LOCK = {
  name: 'shop',
  lockfileVersion: 3,
  packages: {
    '': MANIFEST,
    [`../${PACKAGE}`]: { version: '1.0.0', dev: true, bin: { introspect: 'introspect.cjs' } },
    [`node_modules/${PACKAGE}`]: { resolved: `../${PACKAGE}`, link: true },
  },
};
const INSTALL = 'npm ci';

/** A clone of a repository, with one commit that breaks no rule; `main` is the remote's branch. Its packages are not installed. */
function cloned(): string {
  const remote = projectOf({
    '.gitignore': 'node_modules\n.introspect\n',
    'package.json': MANIFEST,
    'package-lock.json': LOCK,
    'introspect.config.json': { check: RULES },
    'src/cart/total.ts': 'export const total = 1;\n',
    'src/web/page.ts': "import { total } from '../cart/total.ts';\nexport const page = total;\n",
  });
  git(remote, 'init', '--quiet', '--initial-branch', 'main');
  commit(remote, 'first');
  const beside = projectOf({
    [`${PACKAGE}/package.json`]: { name: PACKAGE, version: '1.0.0', bin: { introspect: 'introspect.cjs' } },
    [`${PACKAGE}/introspect.cjs`]: `#!/usr/bin/env node\nrequire(${JSON.stringify(CLI)});\n`,
  });
  const root = join(beside, 'shop');
  git(remote, 'clone', '--quiet', remote, root);
  return root;
}

/** The same, with its packages installed. */
function repository(): string {
  const root = cloned();
  expect(shell(root, INSTALL)).toMatchObject({ status: 0 });
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
  const npm = { npm_config_update_notifier: 'false', npm_config_offline: 'true', npm_config_audit: 'false' };
  const env = { ...process.env, ...npm, GITHUB_BASE_REF: 'main', NO_COLOR: '1' };
  return spawnSync('sh', ['-e', '-c', command], { cwd, env, encoding: 'utf8' });
}

const breakRule = (root: string): void =>
  writeFiles(root, { 'src/cart/broken.ts': "import { page } from '../web/page.ts';\nexport const broken = page;\n" });

it('the configuration on top of the page is valid', () => {
  const [example = ''] = blocks('jsonc');
  expect(validateConfig(JSON.parse(example)).check?.rules).toHaveLength(2);
});

it('the workflow, step by step, fails on what a branch adds, and on nothing else', () => {
  const { steps } = parse(workflow).jobs.rules as { steps: { run?: string }[] };
  const commands = steps.flatMap(({ run }) => run ?? []);
  const root = cloned();
  git(root, 'checkout', '--quiet', '-b', 'feature');
  // As a runner does: one after the other, as long as they succeed.
  const run = () => {
    let last = shell(root, 'true');
    for (const command of commands) if (last.status === 0) last = shell(root, command);
    return last;
  };
  expect(commands).toContain(INSTALL);
  expect(run()).toMatchObject({ status: 0, stdout: '' });
  breakRule(root);
  commit(root, 'second');
  const { status, stdout } = run();
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

/** Commits what breaks no rule and then what does, in a repository with this hook. */
function commitTwice(script: string): string {
  const root = repository();
  const file = join(root, '.git/hooks/pre-commit');
  writeFileSync(file, script);
  chmodSync(file, 0o755);
  writeFiles(root, { 'src/cart/fine.ts': 'export const fine = 2;\n' });
  commit(root, 'second');
  breakRule(root);
  expect(() => commit(root, 'third')).toThrow(/src\/cart\/broken\.ts must not import/);
  return git(root, 'log', '--format=%s');
}

it('the hook stops a commit that breaks a rule', () => {
  expect(commitTwice(hook)).toBe('second\nfirst\n');
});

it('the hook judges the first commit of all', () => {
  const root = repository();
  rmSync(join(root, '.git'), { recursive: true });
  git(root, 'init', '--quiet');
  const file = join(root, '.git/hooks/pre-commit');
  writeFileSync(file, hook);
  chmodSync(file, 0o755);
  breakRule(root);
  expect(() => commit(root, 'first')).toThrow(/src\/cart\/broken\.ts must not import/);
  rmSync(join(root, 'src/cart/broken.ts'));
  commit(root, 'first');
  expect(git(root, 'log', '--format=%s')).toBe('first\n');
});

it('the entry for pre-commit, run as that tool runs it, stops a commit that breaks a rule', () => {
  const [{ repo, hooks }] = parse(preCommit).repos;
  const [{ entry, language, pass_filenames: passed }] = hooks;
  // Of such a hook the tool runs the entry as it stands, in the root, and adds no names of files.
  expect([repo, language, passed]).toEqual(['local', 'system', false]);
  expect(commitTwice(`#!/bin/sh\nexec ${entry}\n`)).toBe('second\nfirst\n');
});
