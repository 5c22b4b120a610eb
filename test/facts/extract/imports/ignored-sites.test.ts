import { expect, it } from 'vitest';
import { SITE, SITE_IGNORED } from '../../../../src/facts/records.ts';
import { extractFrom } from '../../../builders/extract-from.ts';

/** Specifiers that a comment takes out of cycles. */
function ignoredIn(source: string, path?: string): (string | undefined)[] {
  const { sites, strings } = extractFrom(source, path);
  const found: (string | undefined)[] = [];
  for (let at = 0; at < sites.length; at += SITE.WORDS) {
    if (((sites[at + SITE.FLAGS] ?? 0) & SITE_IGNORED) !== 0) found.push(strings[sites[at + SITE.SPECIFIER] ?? -1]);
  }
  return found;
}

it('takes out what stands on the next line, and nothing else', () => {
  expect(
    ignoredIn(`import { quay } from './quay';
      // introspect-ignore-next-line cycles
      import { tide } from './tide';
      import { tug } from './tug';
      console.log(quay, tide, tug);`),
  ).toEqual(['./tide']);
});

it('takes out a declaration of several lines that begins there', () => {
  expect(
    ignoredIn(`/* introspect-ignore-next-line cycles */
import {
  quay, // the one by the river
  type Berth,
} from './quay';
import { tide } from './tide';
export { quay, tide };`),
  ).toEqual(['./quay']);
});

it('does not run on into the next statement', () => {
  expect(
    ignoredIn(`// introspect-ignore-next-line cycles
export const berth = 7
export * from './quay';
// introspect-ignore-next-line cycles
import tide = Harbour.tide;
import './tug';`),
  ).toEqual([]);
});

it('takes out its own line, at its end', () => {
  expect(
    ignoredIn(
      `const quay = require('./quay'); // introspect-ignore-line cycles -- the pilot waits there
       const tide = require('./tide');`,
      'pilot.js',
    ),
  ).toEqual(['./quay']);
});

it.each([
  ['// introspect-ignore-next-line layers, cycles', 1],
  ['// introspect-ignore-next-line cycles -- known since 2019', 1],
  ['// introspect-ignore-next-line layers', 0],
  ['// introspect-ignore-next-line', 0],
  ['// introspect-ignore-next-line cyclesque', 0],
  ["const text = 'introspect-ignore-next-line cycles';", 0],
])('%s: %i', (comment, count) => {
  expect(ignoredIn(`${comment}\nimport './quay';`)).toHaveLength(count);
});

it('counts lines as the rest does, whatever characters stand before', () => {
  expect(
    ignoredIn(`\ufeffconst é = '🚢漢字';\r\n// introspect-ignore-next-line cycles\r\nimport './quay';\r\n`),
  ).toEqual(['./quay']);
});
