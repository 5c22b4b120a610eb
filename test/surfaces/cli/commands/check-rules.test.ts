import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NO_PROJECT } from '../../../../src/facts/project-records.ts';
import { commandLine } from '../../../builders/command-line.ts';
import { recordsOf } from '../../../builders/image-records.ts';
import { projectOf } from '../../../builders/project.ts';
import { sessionOf } from '../../../builders/session-of.ts';

const RULES = [
  { name: 'core alone', type: 'forbidden', from: 'core', to: 'web', comment: 'the core <knows> no web' },
  { name: 'reach', type: 'must-not-reach', severity: 'warning', from: 'web', to: 'node:*' },
  { name: 'circles', type: 'no-cycles', severity: 'note' },
];
const SHOP = recordsOf({
  edges: [
    ['core/a&<b>.ts', 'web/page 1.ts'],
    ['web/page 1.ts', 'core/a&<b>.ts'],
    ['core/a&<b>.ts', 'node:fs'],
  ],
});

const ask = (argv: readonly string[], rules: readonly object[] = RULES, cwd = '/') => {
  const project = { ...NO_PROJECT, check: JSON.stringify({ rules }) };
  return commandLine({ open: async () => sessionOf({ ...SHOP, project }) }, ['check', ...argv], { cwd });
};

describe('introspect check', () => {
  it('lists findings by rule, with the reason and the place', async () => {
    const { exit, stdout } = await ask([]);
    expect(stdout).toBe(`error  core alone  1 finding
  the core <knows> no web
  core/a&<b>.ts:1:20  core/a&<b>.ts must not import web/page 1.ts

warning  reach  1 finding
  web/page 1.ts:1:20  web/page 1.ts must not reach node:fs
    web/page 1.ts → core/a&<b>.ts → node:fs

note  circles  1 finding
  core/a&<b>.ts:1:20  2 modules import one another in a circle (runtime), core/a&<b>.ts among them
    core/a&<b>.ts → web/page 1.ts

1 error, 1 warning, 1 note from 3 rules
`);
    expect(exit).toBe(1);
  });

  it.each([
    [['--rules', 'reach'], 0],
    [['--rules', 'reach', '--fail-on', 'warning'], 1],
    [['--rules', 'circles', '--fail-on', 'warning'], 0],
    [['--rules', 'circles', '--fail-on', 'note'], 1],
    [['--fail-on', 'never'], 0],
    [['--fail-on', 'sometimes'], 2],
    [['--rules', 'reech'], 2],
    [['--format', 'dot'], 2],
    [['--update-baseline'], 2],
    [['--baseline', 'nowhere.json'], 2],
    [['--baseline', 'b.json', '--update-baseline', '--changed'], 2],
    [['--import', 'nowhere.cjs'], 2],
  ])('%j ends with %i', async (argv, code) => {
    const { exit, stdout, stderr } = await ask(argv);
    expect(exit).toBe(code);
    if (code === 2) expect([stdout, stderr]).toEqual(['', expect.stringMatching(/^error: .*\n.*\n/)]);
  });

  it('without rules is a mistake, not a success', async () => {
    const { exit, stderr } = await ask([], []);
    expect(exit).toBe(5);
    expect(stderr).toContain('has no rules');
  });

  it('writes a baseline that then knows all, and says what is gone', async () => {
    const cwd = projectOf({});
    expect(await ask(['--baseline', 'known.json', '--update-baseline'], RULES, cwd)).toMatchObject({
      exit: 0,
      stdout: '',
    });
    const written = JSON.parse(readFileSync(join(cwd, 'known.json'), 'utf8'));
    expect(
      written.findings.map(({ rule, from, to, count }: Record<string, unknown>) => [rule, from, to, count]),
    ).toEqual([
      ['circles', 'core/a&<b>.ts', undefined, 2],
      ['circles', 'web/page 1.ts', undefined, 2],
      ['core alone', 'core/a&<b>.ts', 'web/page 1.ts', 1],
      ['reach', 'web/page 1.ts', undefined, 1],
    ]);
    const after = await ask(['--baseline', 'known.json', '--fail-on', 'note'], RULES, cwd);
    expect(after).toMatchObject({ exit: 0, stderr: '' });
    expect(after.stdout).toBe('0 errors, 0 warnings, 0 notes, 3 known by the baseline from 3 rules\n');
    const times = () => statSync(cwd, { bigint: true }).mtimeNs;
    const before = times();
    await ask(['--baseline', 'known.json', '--update-baseline'], RULES, cwd);
    // The folder is as it was: the image that rests on it is not refreshed for nothing.
    expect(times()).toBe(before);
    const without = await ask(['--baseline', 'known.json'], RULES.slice(0, 2), cwd);
    expect(without.stderr).toBe('note: 2 findings of the baseline gone: --update-baseline takes them out\n');
  });

  it.each(['{"schema":1}', '[]', '{', '{"schema":1,"findings":[{"rule":"a","fingerprint":"x","count":1}]}'])(
    'refuses %s for a baseline',
    async (text) => {
      const { exit, stderr } = await ask(['--baseline', 'b.json'], RULES, projectOf({ 'b.json': text }));
      expect([exit, stderr]).toEqual([2, expect.stringContaining('CONDUIT_BAD_BASELINE')]);
    },
  );

  it('needs git to know what changed', async () => {
    const cwd = projectOf({ 'package.json': {} });
    const { exit, stderr } = await ask(['--changed', '--root', cwd], RULES, cwd);
    expect([exit, stderr]).toEqual([2, expect.stringContaining('CONDUIT_NO_REPOSITORY')]);
  });
});

describe('formats', () => {
  it('github: a command a line, escaped', async () => {
    const { stdout } = await ask(['--format', 'github']);
    expect(stdout.split('\n')).toEqual([
      '::error file=core/a&<b>.ts,line=1,col=20,endLine=1,endColumn=33,title=core alone::core/a&<b>.ts must not import web/page 1.ts',
      expect.stringMatching(/^::warning file=web\/page 1\.ts,line=1,/),
      expect.stringMatching(/^::notice file=core/),
      '',
    ]);
    const odd = [
      { name: 'a:b%', type: 'no-orphans', modules: 'x' },
      { ...RULES[0], name: '50%: more' },
    ];
    expect((await ask(['--format', 'github'], odd)).stdout).toContain('title=50%25%3A more::');
  });

  it('sarif: rules, places by URI, fingerprints', async () => {
    const { stdout } = await ask(['--format', 'sarif']);
    const { version, runs } = JSON.parse(stdout);
    expect(version).toBe('2.1.0');
    const [{ tool, results }] = runs;
    expect(
      tool.driver.rules.map(({ id, defaultConfiguration }: Record<string, unknown>) => [id, defaultConfiguration]),
    ).toEqual([
      ['core alone', { level: 'error' }],
      ['reach', { level: 'warning' }],
      ['circles', { level: 'note' }],
    ]);
    expect(results[0]).toEqual({
      ruleId: 'core alone',
      ruleIndex: 0,
      level: 'error',
      message: { text: 'core/a&<b>.ts must not import web/page 1.ts' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'core/a%26%3Cb%3E.ts', uriBaseId: '%SRCROOT%' },
            region: { startLine: 1, startColumn: 20, endLine: 1, endColumn: 33 },
          },
        },
      ],
      partialFingerprints: { 'introspect/v1': expect.stringMatching(/^[0-9a-f]{16}$/) },
    });
  });

  it('html: one page that fetches and runs nothing, names escaped', async () => {
    const { stdout } = await ask(['--format', 'html']);
    expect(stdout).toContain('core/a&amp;&lt;b&gt;.ts must not import web/page 1.ts');
    expect(stdout).toContain('the core &lt;knows&gt; no web');
    expect(stdout).not.toMatch(/<script|<link|<img|src=|href=|<b>/);
  });

  it('json: the envelope, all pages of it', async () => {
    const { stdout } = await ask(['--json']);
    const { query, result } = JSON.parse(stdout);
    expect([query, result.verdict, result.counts]).toEqual([
      'check',
      'found',
      { error: 1, warning: 1, note: 1, baseline: 0 },
    ]);
    expect(JSON.parse((await ask(['--json', '--limit', '1'])).stdout).page).toMatchObject({ total: 3, returned: 1 });
  });

  it('are no formats of other queries', async () => {
    const { exit, stderr } = await commandLine({}, ['deps', 'x', '--format', 'sarif']);
    expect([exit, stderr]).toEqual([2, expect.stringContaining('only `check` has the format `sarif`')]);
  });
});
