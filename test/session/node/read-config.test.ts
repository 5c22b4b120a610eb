import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { assertEnabled, readConfig } from '../../../src/session/node/read-config.ts';

function projectWith(config?: string): string {
  const root = mkdtempSync(join(tmpdir(), 'conduit-config-'));
  if (config !== undefined) writeFileSync(join(root, 'introspect.config.json'), config);
  return root;
}

it('takes comments and trailing commas', () => {
  const root = projectWith('{ // only the shop\n "include": ["shop/**",], }');
  expect(readConfig(root).data).toEqual({ include: ['shop/**'] });
});

it('is empty where there is no file, and its hash changes with the file', () => {
  const [none, one, other] = [projectWith(), projectWith('{}'), projectWith('{ }')].map((root) => readConfig(root));
  expect(none).toEqual({ data: {}, hash: '' });
  expect(one?.hash).not.toBe(other?.hash);
});

it('names the line of a mistake', () => {
  const root = projectWith('{\n  "include": [],\n  "exclude" ["dist"]\n}');
  expect(() => readConfig(root)).toThrow(
    expect.objectContaining({ code: 'CONDUIT_BAD_CONFIG', message: expect.stringContaining('line 3') }),
  );
});

it('is disabled by the environment or by the project, and by nothing else', () => {
  const off = projectWith('{ "introspection": { "enabled": false } }');
  const disabled = expect.objectContaining({ code: 'CONDUIT_DISABLED' });
  expect(() => assertEnabled(off, {})).toThrow(disabled);
  const on = projectWith('{ "introspection": { "enabled": true } }');
  expect(() => assertEnabled(on, { INTROSPECT_DISABLE: '1' })).toThrow(disabled);
  for (const value of [undefined, '', '0'])
    expect(() => assertEnabled(on, { INTROSPECT_DISABLE: value })).not.toThrow();
});
