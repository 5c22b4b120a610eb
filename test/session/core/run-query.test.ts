import { describe, expect, it } from 'vitest';
import { type Envelope, type ErrorEnvelope, isErrorEnvelope } from '../../../src/base/envelope.ts';
import { envelopeSchema } from '../../../src/queries/answer-schema.ts';
import { findQuery } from '../../../src/queries/registry.ts';
import { runQuery } from '../../../src/session/core/run-query.ts';
import { contextOf } from '../../builders/context-of.ts';
import { shop } from '../../builders/image-records.ts';

const context = contextOf(shop);
const run = (params: Record<string, unknown>, name = 'deps') => runQuery(context, name, params, false);
const refused = (answer: Envelope | ErrorEnvelope) => {
  if (!isErrorEnvelope(answer)) throw new Error('was answered');
  return answer.error;
};

describe('an answer', () => {
  const answer = run({ depth: '1', target: 'packages/orders/src/order.ts', kinds: 'type,static' }) as Envelope;

  it('has the keys of the contract, in its order', () => {
    expect(Object.keys(answer)).toEqual(['schema', 'query', 'params', 'asOf', 'coverage', 'result', 'truncated']);
    expect(Object.keys(answer.coverage)).toEqual(['status', 'files', 'parsed', 'failed', 'unresolved', 'skipped']);
    const { nodes, edges, ...rest } = answer.result as { nodes: object[]; edges: { sites: object[] }[] };
    expect(Object.keys(rest)).toEqual(['root']);
    expect(Object.keys(nodes[0] ?? {})).toEqual(['id', 'kind', 'depth', 'package']);
    expect(Object.keys(edges[0] ?? {})).toEqual(['from', 'to', 'kinds', 'sites']);
    expect(Object.keys(edges[0]?.sites[0] ?? {})).toEqual(['location', 'specifier']);
  });

  it('is what its schema says', () => {
    const deps = findQuery('deps');
    if (!deps) throw new Error('no deps');
    expect(() => envelopeSchema(deps).parse(answer)).not.toThrow();
  });

  it('repeats the parameters as they were understood, defaults and all, in one order', () => {
    expect(JSON.stringify(answer.params)).toBe(
      '{"target":"packages/orders/src/order.ts","depth":1,"reverse":false,"kinds":["type","static"]}',
    );
  });

  it('carries the coverage of the image and what the caller knows of its age', () => {
    expect(answer.coverage).toMatchObject({ status: 'partial', failed: 1, unresolved: { 'file-not-found': 1 } });
    const unchecked = runQuery(context, 'deps', { target: 'zod' }, 'unchecked') as Envelope;
    expect(unchecked.asOf).toEqual({ fingerprint: context.image.fingerprint, stale: 'unchecked' });
  });

  it('is the same bytes every time, and takes a call into WebAssembly', () => {
    const before = context.kernels.calls;
    const texts = [1, 2, 3].map(() => JSON.stringify(run({ target: '@shop/orders' })));
    expect(new Set(texts).size).toBe(1);
    expect(context.kernels.calls).toBe(before + 3);
  });
});

describe('a refusal', () => {
  it('names the query that is near', () => {
    expect(refused(run({}, 'dpes'))).toMatchObject({ code: 'CONDUIT_UNKNOWN_QUERY', candidates: ['deps'] });
  });

  it.each(['constructor', '__proto__', 'toString', ''])('takes %j for no query', (name) => {
    expect(refused(run({}, name)).code).toBe('CONDUIT_UNKNOWN_QUERY');
  });

  it('keeps the parameters as they were given', () => {
    const answer = run({ target: 'zod', dept: 3 });
    expect(answer.params).toEqual({ target: 'zod', dept: 3 });
    expect(refused(answer)).toMatchObject({ code: 'CONDUIT_BAD_PARAMS', candidates: ['depth'] });
    expect(Object.keys(answer)).toEqual(['query', 'params', 'error']);
  });

  it('carries what a query throws', () => {
    expect(refused(run({ target: 'src/index.ts' }))).toMatchObject({
      code: 'CONDUIT_AMBIGUOUS_TARGET',
      docs: 'docs/errors.md#conduit_ambiguous_target',
    });
  });
});
