/** What the documents show is what happens: their examples are run, their tables held against the code. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UNKNOWN_REASONS } from '../src/facts/evaluate/reasons.ts';
import { validateConfig } from '../src/session/core/config.ts';
import { CLI } from './builders/introspect-process.ts';
import { projectOf } from './builders/project.ts';

const root = join(import.meta.dirname, '..');
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The first block of code of a document that is marked so and matches. */
function block(document: string, language: string, pattern: RegExp): string {
  const blocks = [...textOf(document).matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))];
  const found = blocks.map(([, code = '']) => code).find((code) => pattern.test(code));
  if (found === undefined) throw new Error(`${document} has no such block`);
  return found;
}

/** The words in code type that begin the rows of a document's tables. */
function firstColumn(document: string): string[] {
  const rows = [...textOf(document).matchAll(/^\| (`[^|]*`) \|/gm)];
  return rows.flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word));
}

describe('README.md', () => {
  it('shows what the command line answers', () => {
    const shop = projectOf({});
    cpSync(join(root, 'fixtures/shop'), shop, { recursive: true });
    const [command = '', ...lines] = block('README.md', '', /^\$ introspect/)
      .trimEnd()
      .split('\n');
    const words = command.replace('$ introspect ', '').split(' ');
    const env = { ...process.env, NO_COLOR: '1' };
    const { stdout, stderr } = spawnSync(process.execPath, [CLI, ...words], { cwd: shop, env, encoding: 'utf8' });
    // The picture leaves out the rest of the tree at a line that ends with `…`.
    expect(stdout.split('\n').slice(0, lines.length - 2)).toEqual(lines.slice(0, -2));
    expect(lines.at(-2)).toMatch(/…$/);
    expect(stderr.trimEnd().split('\n').at(-1)).toBe(lines.at(-1));
  });

  it.each(['README.md', 'src/index.ts'])('has a program that runs, as %s has it', (document) => {
    const program = block('README.md', 'ts', /from 'conduit-introspect'/);
    const shown = textOf(document).replaceAll(/^ \* ?/gm, '');
    expect(shown).toContain(program);
    const project = projectOf({
      'package.json': { name: 'reader', type: 'module' },
      'src/index.ts': "import './cart.ts';\n",
      'src/cart.ts': '',
    });
    // As for whoever installed the package: by name, through its `exports`.
    const entry = import.meta.resolve('conduit-introspect');
    writeFileSync(join(project, 'ask.mjs'), program.replace("'conduit-introspect'", JSON.stringify(entry)));
    const printed = execFileSync(process.execPath, ['ask.mjs'], { cwd: project, encoding: 'utf8' });
    expect(printed).toBe('src/index.ts → src/cart.ts\n');
  });
});

it('docs/configuration.md lists every setting', () => {
  const settings = firstColumn('docs/configuration.md').filter((name) => !/^[A-Z_]+$/.test(name));
  const groups = Object.entries(validateConfig({ parse: { workers: 1 } }));
  // Rules are documented by themselves.
  settings.splice(settings.indexOf('check'), 1);
  const existing = groups.flatMap(([name, value]) =>
    Array.isArray(value) ? [name] : Object.keys(value ?? {}).map((key) => `${name}.${key}`),
  );
  expect(settings.sort()).toEqual(existing.sort());
});

it('docs/diagnostics.md explains every code and every reason', () => {
  const records = textOf('src/facts/records.ts');
  const wordsOf = (type: string): string[] => {
    const [, union = ''] = new RegExp(`type ${type} =(.*?);`, 's').exec(records) ?? [];
    return [...union.matchAll(/'([a-z0-9-]+)'/g)].map(([, word = '']) => word);
  };
  const known = [...wordsOf('DiagnosticCode'), ...wordsOf('UnresolvedReason')];
  expect(known.length).toBeGreaterThan(20);
  expect(firstColumn('docs/diagnostics.md').sort()).toEqual(known.sort());
});

it('docs/values.md explains every reason for which a value is unknown', () => {
  expect(firstColumn('docs/values.md').sort()).toEqual([...UNKNOWN_REASONS].sort());
});
