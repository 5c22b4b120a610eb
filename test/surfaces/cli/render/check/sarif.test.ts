/** Every log is held against the schema that is published for SARIF 2.1.0. */
import { describe, expect, it } from 'vitest';
import { NO_PROJECT } from '../../../../../src/facts/project-records.ts';
import { commandLine } from '../../../../builders/command-line.ts';
import { type Project, recordsOf } from '../../../../builders/image-records.ts';
import { projectOf } from '../../../../builders/project.ts';
import { sarifErrors } from '../../../../builders/sarif-schema.ts';
import { sessionOf } from '../../../../builders/session-of.ts';

interface Place {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
}
interface Result {
  readonly ruleId: string;
  readonly message: { readonly text: string };
  readonly locations: readonly Place[];
  readonly relatedLocations?: readonly Place[];
  readonly baselineState?: string;
}

/** The log of a run of the command, after it was found valid. */
async function resultsOf(project: Project, rules: readonly object[], argv: readonly string[] = [], cwd = '/') {
  const records = { ...recordsOf(project), project: { ...NO_PROJECT, check: JSON.stringify({ rules }) } };
  const open = async () => sessionOf(records);
  const { stdout } = await commandLine({ open }, ['check', '--format', 'sarif', ...argv], { cwd });
  const log = JSON.parse(stdout);
  expect(sarifErrors(log)).toEqual([]);
  return log.runs[0].results as Result[];
}

const pathOf = ({ physicalLocation: { artifactLocation } }: Place): string => decodeURIComponent(artifactLocation.uri);
const FORBIDDEN = { name: 'a alone', type: 'forbidden', from: 'a', to: 'b' };

describe('a SARIF log', () => {
  it('is held against a schema that refuses', () => {
    const log = { version: '2.1.0', runs: [{ tool: { driver: {} }, results: [{ level: 'bad' }] }] };
    expect(sarifErrors(log)).toEqual(
      expect.arrayContaining([expect.stringContaining('/runs/0/tool/driver must have required property')]),
    );
  });

  it('is valid when nothing was found', async () => {
    expect(await resultsOf({ modules: ['a/1.ts', 'b/1.ts'] }, [FORBIDDEN])).toEqual([]);
  });

  it('is valid with findings of every kind: an import, a chain, a circle, a file, packages', async () => {
    const packages = ['a', 'b'].map((name) => ({ name: `@shop/${name}`, directory: name, manifest: null }));
    const edges = [
      ['a/1.ts', 'a/2.ts'],
      ['a/2.ts', 'b/1.ts'],
      ['b/1.ts', 'a/1.ts', ['type']],
      ['b/1.ts', 'node:fs'],
      ['b/2.ts', 'b/2.ts'],
      ['b/2.ts', 'npm:zod'],
    ] as const;
    const rules = [
      { ...FORBIDDEN, severity: 'warning', comment: '' },
      { name: 'reach', type: 'must-not-reach', from: 'a', to: 'node:*', severity: 'note' },
      { name: 'circles', type: 'no-cycles', class: 'type-only' },
      { name: 'circles of packages', type: 'no-cycles', class: 'type-only', level: 'package' },
      { name: 'required', type: 'required', from: 'a', to: 'npm:zod' },
    ];
    const results = await resultsOf({ edges, packages }, rules);
    expect(new Set(results.map(({ ruleId }) => ruleId))).toEqual(new Set(rules.map(({ name }) => name)));
    const related = (rule: string) => results.find(({ ruleId }) => ruleId === rule)?.relatedLocations?.map(pathOf);
    expect(related('reach')).toEqual(['a/2.ts', 'b/1.ts']);
    expect(related('circles')).toEqual(['a/1.ts', 'a/2.ts', 'b/1.ts']);
    // Packages are no files.
    expect(related('circles of packages')).toBeUndefined();
  });

  it.each([
    'a/größe.ts',
    'a/注文/伝票 1.ts',
    'a/👩‍👩‍👧.ts',
    'a/con.ts',
    'a/C:/nul.ts',
    'a/what?#|<"*>.ts',
    'a/back\\slash.ts',
    'a/100%.ts',
    'a/dot. /end .ts',
  ])('is valid for %s, whose name its URI gives back', async (path) => {
    const results = await resultsOf({ edges: [[path, 'b/1.ts']] }, [{ ...FORBIDDEN, name: path }]);
    expect(results.flatMap(({ locations }) => locations.map(pathOf))).toEqual([path]);
    expect(results.map(({ message }) => message.text)).toEqual([`${path} must not import b/1.ts`]);
  });

  it('is valid beside a baseline, and says what is new', async () => {
    const edges = [['a/1.ts', 'b/1.ts']] as const;
    const cwd = projectOf({ 'b.json': { schema: 1, findings: [] } });
    const print = { rule: 'a alone', fingerprint: '0'.repeat(16), count: 1 };
    const known = projectOf({ 'b.json': { schema: 1, findings: [print] } });
    const [plain] = await resultsOf({ edges }, [FORBIDDEN], ['--baseline', 'b.json'], cwd);
    const [beside] = await resultsOf({ edges }, [FORBIDDEN], ['--baseline', 'b.json'], known);
    expect([plain?.baselineState, beside?.baselineState]).toEqual([undefined, 'new']);
  });
});
