import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  ConduitError,
  ERRORS,
  type ErrorCode,
  errorEnvelope,
  errorFromEnvelope,
  isConduitError,
} from '../../src/base/errors.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/errors.md'), 'utf8');
const sections = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf('\n')), section] as const),
);

describe('docs/errors.md', () => {
  it('has a section for every code, and no other', () => {
    expect([...sections.keys()].sort()).toEqual(Object.keys(ERRORS).sort());
  });

  it.each(Object.entries(ERRORS))('%s: says the exit code and the status', (code, { exit, http }) => {
    expect(sections.get(code)).toContain(`\nExit ${exit}, HTTP ${http}. `);
  });

  it('is where an envelope points to', () => {
    const codes = Object.keys(ERRORS) as ErrorCode[];
    const anchors = codes.map((code) => errorEnvelope(new ConduitError(code, '')).error.docs);
    // As GitHub makes anchors of headings: lower case, underscores kept.
    expect(anchors).toEqual(codes.map((code) => `docs/errors.md#${code.toLowerCase()}`));
  });
});

describe('an error that travels', () => {
  it('arrives as it left', () => {
    const error = new ConduitError('CONDUIT_UNKNOWN_TARGET', 'nothing is named `crat.ts`', ['cart.ts']);
    const arrived = errorFromEnvelope(structuredClone(errorEnvelope(error, 'deps', { target: 'crat.ts' })));
    expect(arrived).toMatchObject({ code: error.code, message: error.message, candidates: ['cart.ts'] });
  });

  it.each([['CONDUIT_OF_TOMORROW'], ['toString'], [7], [undefined]])(
    'with the code %s, which is not in the table, is a failed query',
    (code) => {
      const foreign = Object.assign(new Error('the harbour is closed'), { name: 'ConduitError', code });
      expect(isConduitError(foreign)).toBe(false);
      const envelope = errorEnvelope(foreign);
      expect(envelope.error).toMatchObject({ code: 'CONDUIT_QUERY_FAILED', message: 'the harbour is closed' });
      const received = { ...envelope, error: { ...envelope.error, code: code as ErrorCode } };
      expect(errorFromEnvelope(received)).toMatchObject({ code: 'CONDUIT_QUERY_FAILED' });
    },
  );

  it('is a failed query when nobody expected it, without its stack', () => {
    const { error } = errorEnvelope(new TypeError('cart is not iterable'));
    expect(error).toMatchObject({ code: 'CONDUIT_QUERY_FAILED', message: 'cart is not iterable' });
    expect(JSON.stringify(error)).not.toContain(import.meta.filename);
  });
});
