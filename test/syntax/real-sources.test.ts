import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readTape, tapeTwin } from '../../bench/oracles/tape-twin.ts';
import { SNIPPETS } from '../../scripts/syntax-snippets.mjs';
import { kernelModule } from '../../src/session/node/kernels.ts';
import { parseSource } from '../../src/syntax/parse-source.ts';
import { languageOf } from '../../src/syntax/source-language.ts';
import { encodeOptions, openSwc } from '../../src/syntax/swc.ts';
import { TAPE_NAMES } from '../../src/syntax/tape-names.ts';
import { createTapeBuilder } from '../../src/wasm/tape-builder.ts';

const builder = createTapeBuilder(kernelModule('plain'), TAPE_NAMES);

/** Packages that ship real sources: large, and of very different styles. */
const PACKAGES = ['effect', 'rxjs', 'three', 'zod', 'typescript', 'fastify', 'assemblyscript'];

describe.each(PACKAGES)('every source of %s', (name) => {
  const files = sourcesOf(name);

  it('has only kinds and fields that the generated tables know', () => {
    let parsed = 0;
    for (const file of files) {
      const outcome = parse(file);
      if (!outcome.ok) continue;
      parsed++;
      const { unknownNames, unknownName } = builder.build(outcome.json);
      expect(unknownNames === 0 ? '' : `${file}: ${unknownName}`).toBe('');
    }
    expect(parsed / files.length).toBeGreaterThan(0.95);
  });

  it('has a tape that says what JSON.parse says', () => {
    // A part of them: the twin builds millions of objects.
    for (let at = 0; at < files.length; at += Math.ceil(files.length / 12)) {
      const outcome = parse(files[at] ?? '');
      if (outcome.ok) expectTwins(outcome.json, files[at] ?? '');
    }
  });
});

it('the snippets of rare syntax have only known kinds and fields, and the tape that JSON.parse gives', () => {
  for (const [source, options] of SNIPPETS) {
    const json = openSwc().parse(Buffer.from(source), encodeOptions(options), 'snippet');
    expect(builder.build(json).unknownName).toBe('');
    expectTwins(json, source);
  }
});

/** A deep comparison by the test framework takes minutes on a million records; this finds the first difference. */
function expectTwins(json: string, where: string): void {
  const tape = readTape(builder.build(json));
  const twin = tapeTwin(json);
  const different = twin.findIndex((record, number) => {
    const other = tape[number];
    return (Object.keys(record) as (keyof typeof record)[]).some((key) => record[key] !== other?.[key]);
  });
  expect(tape.length, where).toBe(twin.length);
  if (different >= 0) expect(tape[different], `${where}, record ${different}`).toEqual(twin[different]);
}

function parse(file: string) {
  return parseSource(readFileSync(file), languageOf(file));
}

function sourcesOf(name: string): string[] {
  const folder = dirname(fileURLToPath(import.meta.resolve(`../../node_modules/${name}/package.json`)));
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.min)\.[cm]?[jt]sx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.slice(folder.length).includes('node_modules') && readFileSync(file).length < 1024 * 1024)
    .sort();
}
