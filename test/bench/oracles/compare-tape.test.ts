/** Whole corpora: the facts by way of the tape are the facts by way of `JSON.parse`, and so is every record of the trees. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createTapeComparison, differenceBetween } from '../../../bench/oracles/compare-tape.ts';
import { JsonTree } from '../../../bench/oracles/json-tree.ts';
import { compareCodeUnits } from '../../../src/base/text.ts';
import { sourceExtension } from '../../../src/facts/scan/source-paths.ts';
import { kernelModule } from '../../../src/session/node/kernels.ts';
import { Cursor } from '../../../src/syntax/cursor.ts';
import { parseSource } from '../../../src/syntax/parse-source.ts';

const compare = createTapeComparison(kernelModule('plain'));
const here = fileURLToPath(new URL('../../..', import.meta.url));

/** Every source below a folder that is no giant, sorted. */
function sourcesOf(folder: string): string[] {
  return readdirSync(join(here, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && sourceExtension(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).length < 512 * 1024)
    .sort(compareCodeUnits);
}

function expectAgreement(files: readonly string[], leastParsed: number): void {
  let parsed = 0;
  for (const file of files) {
    const found = compare(file, readFileSync(file));
    expect(found.differences).toEqual([]);
    if (found.parsed) parsed++;
  }
  expect(parsed).toBeGreaterThanOrEqual(leastParsed);
}

describe('the tape and JSON.parse agree on', () => {
  it.each([
    ['fixtures', 20],
    ['node_modules/effect/src', 500],
    ['node_modules/rxjs/src', 250],
    ['node_modules/three/src', 700],
  ])('every file of %s', (folder, leastParsed) => {
    expectAgreement(sourcesOf(folder), leastParsed);
  });

  it('two thousand more files that packages ship', () => {
    const seen = /node_modules\/(?:effect|rxjs|three|typescript)\//;
    const files = sourcesOf('node_modules').filter((file) => !seen.test(file.replaceAll(sep, '/')));
    // Every n-th, so that all packages have a part.
    const step = Math.max(1, Math.floor(files.length / 2_000));
    expectAgreement(
      files.filter((_, index) => index % step === 0),
      1_900,
    );
  });
});

describe('the comparison can fail', () => {
  const parse = (source: string): JsonTree => {
    const outcome = parseSource(Buffer.from(source), 'typescript');
    if (!outcome.ok) throw new Error(outcome.error.message);
    return new JsonTree(outcome.json, outcome.origin);
  };

  it.each([
    ['another text', "import './quay';", "import './dock';"],
    ['another place', "import './dock';", " import './dock';"],
    ['another scope', 'const dock = 1; dock;', 'const dock = 1; quay;'],
    ['one record more', 'dock();', 'dock(1);'],
  ])('%s is a difference', (_, one, other) => {
    expect(differenceBetween(parse(one), parse(one))).toBeNull();
    expect(differenceBetween(parse(one), parse(other))).toMatch(/record/);
  });

  it('the twin answers every question itself, those that will be added included', () => {
    const shared = new Set(['word', 'outermostNode']); // private to the cursor: what its own answers are made of
    const questions = Object.getOwnPropertyNames(Cursor.prototype).filter((name) => !shared.has(name));
    expect(questions.filter((name) => !Object.hasOwn(JsonTree.prototype, name))).toEqual([]);
    expect(() => parse('dock;').load()).toThrow();
  });
});
