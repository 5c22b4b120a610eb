import { describe, expect, it } from 'vitest';
import { commandLine } from '../../../builders/command-line.ts';
import { type Project, recordsOf } from '../../../builders/image-records.ts';
import { sessionOf } from '../../../builders/session-of.ts';

const run = (project: Project, ...argv: string[]) =>
  commandLine({ open: async () => sessionOf(recordsOf(project)) }, ['cycles', '--root', '/', ...argv]);

const circle: Project = {
  edges: [
    ['mill.ts', 'flour.ts'],
    ['flour.ts', 'mill.ts'],
    ['flour.ts', 'flour.ts', ['type']],
    ['flour.ts', 'bread.ts'],
    ['bread.ts', 'mill.ts', ['dynamic']],
  ],
};
const line: Project = { edges: [['mill.ts', 'flour.ts']] };
const torn: Project = {
  edges: [
    ['mill.ts', 'flour.ts'],
    ['mill.ts', '?:./gone'],
  ],
};

describe('cycles for people', () => {
  it('are a step a line, with kind and place', async () => {
    const { exit, stdout } = await run(circle);
    expect(stdout).toBe(`runtime 2 modules
  flour.ts
  → mill.ts  [static] flour.ts:3:20
  → flour.ts  [static] mill.ts:1:20
  They are acyclic with 1 change, cost 12 (optimal):
    import './flour.ts' where it is needed: import()  mill.ts:1:20

deferred 3 modules, around runtime:flour.ts
  bread.ts
  → mill.ts  [dynamic] bread.ts:1:20
  → flour.ts  [static] mill.ts:1:20
  → bread.ts  [static] flour.ts:1:20
  They are acyclic with 1 change, cost 20 (optimal):
    do without the import of './flour.ts'  mill.ts:1:20

type-only a module that imports itself
  flour.ts
  → flour.ts  [type] flour.ts:2:20
  It ends with 1 change, cost 2 (optimal):
    use the own names in place of './flour.ts'  flour.ts:2:20

The image has no symbols: the changes rest on imports alone. \`introspect index\` reads what these are used for.
`);
    expect(exit).toBe(0);
  });

  it('are none, or nobody knows', async () => {
    expect((await run(line)).stdout).toBe('No cycles.\n');
    expect((await run(torn)).stdout).toBe(
      'No cycle was found, which does not say that there is none: only 50.00 % of files and imports is known.\n',
    );
  });
});

describe('--fail-on', () => {
  it('makes findings the exit code, and says why; the answer is the same', async () => {
    const { exit, stdout, stderr } = await run(circle, '--fail-on', 'runtime', '--json');
    expect(exit).toBe(1);
    expect(stderr).toBe('cycles: 1 runtime\n');
    expect(JSON.parse(stdout)).toEqual(JSON.parse((await run(circle, '--json')).stdout));
  });

  it('fails where too little is known, and not where all is well', async () => {
    expect((await run(torn, '--fail-on', 'runtime')).exit).toBe(1);
    expect((await run(line, '--fail-on', 'type-only')).exit).toBe(0);
  });

  it('takes only what the query knows', async () => {
    const { exit, stderr } = await run(circle, '--fail-on', 'static');
    expect(exit).toBe(2);
    expect(stderr).toContain('runtime, deferred, type-only');
  });
});
