import { expect, it } from 'vitest';
import { isTestFile } from '../../src/queries/test-files.ts';

it.each([
  'a.test.ts',
  'src/a.spec.tsx',
  'a.test.mjs',
  'e2e/a.e2e-spec.ts',
  'src/__tests__/a.ts',
  '__tests__/b/a.jsx',
  'a.cy.ts',
  'types.test-d.ts',
  'test.ts',
])('%s is a test', (path) => expect(isTestFile(path)).toBe(true));

it.each([
  'a.ts',
  'src/latest.ts',
  'src/load-test.ts',
  'test/setup.ts',
  'a.test.d.ts',
  'a.test.ts.snap',
  'a.spec.json',
  'src/__tests__/__fixtures__/a.ts',
  'src/__tests__/utils/a.ts',
])('%s is none', (path) => expect(isTestFile(path)).toBe(false));
