import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createExtractor } from '../src/facts/extract/extract-facts.ts';
import { runPipeline } from '../src/facts/pipeline.ts';
import { NO_PROJECT } from '../src/facts/project-records.ts';
import type { ImageRecords } from '../src/facts/records.ts';
import type { CheckRules } from '../src/queries/check/rule-schema.ts';
import { check } from '../src/queries/check.ts';
import type { CheckResult } from '../src/queries/registry.ts';
import { validateConfig } from '../src/session/core/config.ts';
import { kernelModule } from '../src/session/node/kernels.ts';
import { readConfig } from '../src/session/node/read-config.ts';
import { contextOf } from './builders/context-of.ts';

/**
 * The rooms of the house and the direction of imports, as docs/architecture.md draws them: introspect.config.json has the rules, each with its reason,
 * and our own engine says what breaks them. What no rule can say is said here.
 */
const root = join(import.meta.dirname, '..');
const config = validateConfig(readConfig(root).data);
const rules = config.check?.rules ?? [];
const records = await ownRecords();
const sources = records.graph.ids.filter((id) => /^(src|workers|assembly)\/.*(?<!\.d)\.ts$/.test(id));

describe('the rules of introspect.config.json', () => {
  it.each(rules)('$name', ({ name, comment }) => {
    const { findings, verdict } = ask(rules.filter((rule) => rule.name === name));
    expect(
      findings.map(({ message }) => message),
      comment,
    ).toEqual([]);
    expect(verdict).toBe('none');
    expect(comment).toMatch(/\w/);
  });

  it('put every file into one room', () => {
    const rooms = rules.flatMap((rule) => (rule.type === 'only' ? [String(rule.from)] : []));
    expect(sources.filter((file) => rooms.filter((room) => isIn(file, room)).length !== 1)).toEqual([]);
  });

  it('find what stands in the wrong room', () => {
    const strict = rules.flatMap((rule) => (rule.type === 'only' ? [{ ...rule, to: 'assembly' }] : []));
    const strays = new Set(ask(strict).findings.map(({ rule }) => rule));
    // What base imports of packages and kernels of nothing is all that is left to allow.
    expect(strict.map(({ name }) => name).filter((name) => !strays.has(name))).toEqual(['assembly']);
  });
});

describe('every file', () => {
  it.each(sources)('%s has one idea: at most 300 lines, and no name for odds and ends', (file) => {
    expect(posix.basename(file)).not.toMatch(/\b(utils?|helpers?|misc|common|shared)\b/);
    if (!file.includes('/generated/')) expect(textOf(file).split('\n').length).toBeLessThanOrEqual(301);
  });
});

it('lets only surfaces print: a library that prints cannot be embedded', () => {
  const silent = sources.filter((file) => !isIn(file, 'src/surfaces') && !isIn(file, 'assembly'));
  const code = (file: string) => textOf(file).replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  expect(silent.filter((file) => /\bconsole\.|process\.std(out|err)/.test(code(file)))).toEqual([]);
});

/** Who imports what in src, workers and assembly, asked of our own pipeline. */
async function ownRecords(): Promise<ImageRecords> {
  const extractor = createExtractor(kernelModule('plain'));
  const options = {
    include: config.include,
    exclude: [],
    maxFileBytes: 2 ** 21,
    dotDirectories: false,
    minified: false,
  };
  const { records: found } = await runPipeline(root, options, {
    extract: async (files) => files.map(({ path }) => extractor.extract(path, readFileSync(join(root, path)))),
  });
  return found;
}

/** What some rules find in our own sources. */
function ask(some: readonly CheckRules['rules'][number][]): CheckResult {
  const text = JSON.stringify({ ...config.check, rules: some });
  const context = contextOf({ ...records, project: { ...(records.project ?? NO_PROJECT), check: text } });
  return check.run(context, { rules: [], baseline: [], threshold: 99, limit: 10_000 }).result;
}

function isIn(file: string, place: string): boolean {
  return file === place || file.startsWith(`${place}/`);
}

function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
