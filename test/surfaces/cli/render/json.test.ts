import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Envelope } from '../../../../src/base/envelope.ts';
import { jsonOf } from '../../../../src/surfaces/cli/render/json.ts';

it.each([0, 2, undefined])(
  'is what JSON.stringify writes, whatever the answer (at once up to %s entries)',
  (mostAtOnce) => {
    const result = fc.oneof(
      fc.dictionary(fc.string(), fc.oneof(fc.array(fc.jsonValue(), { maxLength: 3 }), fc.jsonValue())),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(result, fc.dictionary(fc.string(), fc.jsonValue()), (value, params) => {
        const envelope = {
          schema: 1,
          query: 'graph',
          params,
          result: value,
          truncated: undefined,
        } as unknown as Envelope;
        expect([...jsonOf(envelope, mostAtOnce)].join('')).toBe(`${JSON.stringify(envelope, null, 2)}\n`);
      }),
    );
  },
);
