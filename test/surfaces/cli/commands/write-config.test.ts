import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'jsonc-parser';
import { expect, it } from 'vitest';
import { validateConfig } from '../../../../src/session/core/config.ts';
import { readConfig } from '../../../../src/session/node/read-config.ts';
import { CONFIG_TEMPLATE } from '../../../../src/surfaces/cli/commands/write-config.ts';
import { commandLine } from '../../../builders/command-line.ts';
import { projectOf } from '../../../builders/project.ts';

const init = (root: string, ...argv: string[]) => commandLine({}, ['init', ...argv], { cwd: root });

it('writes every setting with its default', () => {
  const { $schema, ...config } = validateConfig(parse(CONFIG_TEMPLATE, [], { allowTrailingComma: true }));
  expect(config).toEqual(validateConfig({}));
  expect($schema).toMatch(/schema\/introspect\.config\.schema\.json$/);
});

it('writes a file that is read back', async () => {
  const root = projectOf({ 'package.json': {} });
  const { exit, stdout, stderr } = await init(root);
  expect([exit, stdout]).toEqual([0, '']);
  expect(stderr).toBe(`wrote ${join(root, 'introspect.config.json')}\n`);
  expect(() => validateConfig(readConfig(root).data)).not.toThrow();
});

it('replaces nothing unless told to', async () => {
  const root = projectOf({ 'package.json': {}, 'introspect.config.json': '{ "include": ["src/**"] }' });
  const file = join(root, 'introspect.config.json');
  const refused = await init(root);
  expect(refused.exit).toBe(2);
  expect(refused.stderr).toContain('CONDUIT_EXISTS');
  expect(readFileSync(file, 'utf8')).toContain('src/**');
  expect((await init(root, '--force')).exit).toBe(0);
  expect(readFileSync(file, 'utf8')).toBe(CONFIG_TEMPLATE);
});

it('prints it without writing', async () => {
  const root = projectOf({ 'package.json': {} });
  expect(await init(root, '--print')).toEqual({ exit: 0, stdout: CONFIG_TEMPLATE, stderr: '' });
  expect(readConfig(root).hash).toBe('');
});

it('refuses a project that does not exist', async () => {
  const root = projectOf({ 'package.json': {} });
  const { exit, stderr } = await init(root, '--root', 'nowhere');
  expect(exit).toBe(2);
  expect(stderr).toContain('CONDUIT_NO_ROOT');
});
