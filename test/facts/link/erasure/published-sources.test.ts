/** Sources that npm packages ship, whole, against TypeScript's own emit. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { compareErasure } from '../../../../bench/oracles/compare-erasure.ts';
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
