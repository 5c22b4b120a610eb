import { expect, it } from 'vitest';
import type { Coverage, Envelope } from '../../../../src/base/envelope.ts';
import { summaryLine } from '../../../../src/surfaces/cli/render/summary-line.ts';

const WHOLE: Coverage = { status: 'complete', files: 3, parsed: 3, failed: 0, unresolved: {}, skipped: {} };

function line(coverage: Partial<Coverage>, rest: Partial<Envelope> = {}): string {
  const asOf = { fingerprint: '0'.repeat(32), stale: false };
  const result = { root: 'src/cart.ts', nodes: [1, 2], edges: [1] };
  return summaryLine({
    schema: 1,
    query: 'deps',
    params: {},
    asOf,
    coverage: { ...WHOLE, ...coverage },
    result,
    ...rest,
  });
}

it('says how much there is and what it rests on', () => {
  expect(line({})).toBe('2 nodes, 1 edge; from 3 files, all parsed and resolved');
  expect(line({}, { truncated: 'depth' })).toContain('1 edge, cut off at the depth asked for; from');
  expect(line({}, { asOf: { fingerprint: '', stale: 'unchecked' } })).toMatch(/; sources not checked for changes$/);
});

it.each([
  [{ status: 'partial', failed: 1 }, '1 file not parsed'],
  [{ status: 'partial', unresolved: { excluded: 1, 'file-not-found': 2 } }, '3 imports unresolved'],
  [{ skipped: { 'skipped-minified': 1, 'skipped-too-large': 1 } }, '2 passed over by rule'],
  // A folder that could not be listed is in no count.
  [{ status: 'partial' }, 'not all of it readable'],
] as const)('never calls %j all parsed and resolved', (coverage, gap) => {
  expect(line(coverage)).toBe(`2 nodes, 1 edge; from 3 files, ${gap} (see introspect doctor)`);
});
