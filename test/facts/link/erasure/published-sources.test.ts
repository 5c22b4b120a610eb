/** Sources that npm packages ship, whole, against TypeScript's own emit. */
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { compareErasure } from '../../../../bench/oracles/compare-erasure.ts';
import { erasedByTranspile } from '../../../../bench/oracles/typescript-erasure.ts';
import { EDGE_KINDS } from '../../../../src/base/edge-kinds.ts';
import { decideKinds } from '../../../../src/facts/link/erasure/decide-kinds.ts';
import { MEANS_VALUE, SITE } from '../../../../src/facts/records.ts';
import { DEFAULT_ERASURE, type ErasureSettings } from '../../../../src/facts/resolve/tsconfig/erasure-settings.ts';
import { extractFrom } from '../../../builders/extract-from.ts';
import { projectOf } from '../../../builders/project.ts';
import { DEFAULT_OPTIONS } from '../../support/default-options.ts';

const MODULES = fileURLToPath(new URL('../../../../node_modules', import.meta.url));

// Its sources do not say `type`: a quarter of what they import is erased all the same.
it('rxjs', () => {
  const root = projectOf({});
  for (const part of ['src', 'tsconfig.json', 'package.json']) {
    cpSync(join(MODULES, 'rxjs', part), join(root, part), { recursive: true });
  }
  const { compared, erased, differences } = compareErasure(root, DEFAULT_OPTIONS);
  expect(differences).toEqual([]);
  expect(compared).toBeGreaterThan(1000);
  expect(erased.length).toBeGreaterThan(300);
}, 120_000);

it('effect, a sixth of it, each file by itself', () => {
  const settings: ErasureSettings = { ...DEFAULT_ERASURE, isolatedModules: true };
  const folder = join(MODULES, 'effect/src');
  const differences: string[] = [];
  let compared = 0;
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /(?<!\.d)\.ts$/.test(path));
  // Every sixth: TypeScript takes its time, and `npm run oracle-erasure` looks at all of them.
  for (const path of paths.sort().filter((_, number) => number % 6 === 0)) {
    const text = readFileSync(join(folder, path), 'utf8');
    // Nothing is known of other files: every name of theirs is taken for a value.
    const file = extractFrom(text, path);
    const kinds = decideKinds(file, settings, () => MEANS_VALUE);
    const ours = new Map<string, boolean>();
    kinds.forEach((kind, site) => {
      const [line, column] = file.sites.subarray(site * SITE.WORDS + SITE.LINE);
      ours.set(`${line}:${column}`, EDGE_KINDS[kind] === 'type');
    });
    for (const { line, column, specifier, isErased } of erasedByTranspile(path, text, { isolatedModules: true })) {
      compared++;
      if (ours.get(`${line}:${column}`) !== isErased) differences.push(`${path}:${line} ${specifier} ${isErased}`);
    }
  }
  expect(differences).toEqual([]);
  expect(compared).toBeGreaterThan(500);
}, 120_000);
