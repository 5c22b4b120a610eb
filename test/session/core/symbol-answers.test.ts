import { expect, it } from 'vitest';
import { type Envelope, isErrorEnvelope } from '../../../src/base/envelope.ts';
import { envelopeSchema } from '../../../src/queries/answer-schema.ts';
import { findQuery, QUERIES } from '../../../src/queries/registry.ts';
import { runQuery } from '../../../src/session/core/run-query.ts';
import { contextOf } from '../../builders/context-of.ts';
import { shop } from '../../builders/image-records.ts';
import { shopProject } from '../../builders/shop-project.ts';
import { symbolShop } from '../../builders/shop-symbols.ts';

const withProject = { ...symbolShop, project: shopProject };
const context = contextOf(withProject);
const asked: [string, Record<string, unknown>][] = [
  ['symbol', { symbol: 'Order' }],
  ['symbol', { symbol: 'npm:zod#z' }],
  ['refs', { symbol: 'Order', limit: '2' }],
  ['callers', { symbol: 'Order.save', depth: 'all' }],
  ['callees', { symbol: 'checkout' }],
  ['implementations', { symbol: 'Store.save' }],
  ['deps', { target: 'Order', level: 'symbol', depth: '1' }],
  ['why', { from: 'checkout', to: 'round', level: 'symbol' }],
  ['why', { from: 'checkout.ts', to: '@shop/core' }],
  ['why', { from: 'money.ts', to: 'order.ts' }],
  ['impact', { targets: 'money.ts' }],
  ['affected', { changes: 'modified:packages/core/src/money.ts#1-1' }],
  ['affected', { changes: ['deleted:packages/orders/src/loyalty.ts', 'modified:pnpm-lock.yaml#zod'] }],
  ['impact', { targets: ['money.ts#round'], limit: '1' }],
];

it.each(asked)(
  'the answer of %s %j is what its schema says, its keys in order, the same every time',
  (name, params) => {
    const answer = runQuery(context, name, params, false) as Envelope;
    expect(isErrorEnvelope(answer)).toBe(false);
    const definition = findQuery(name);
    if (!definition) throw new Error(`no ${name}`);
    expect(() => envelopeSchema(definition).parse(answer)).not.toThrow();
    const keys = ['schema', 'query', 'params', 'asOf', 'coverage', 'result', 'truncated', 'page'];
    expect(Object.keys(answer)).toEqual(keys.filter((key) => key in answer));
    expect(JSON.stringify(runQuery(contextOf(withProject), name, params, false))).toBe(JSON.stringify(answer));
  },
);

it('every query about symbols says so when an image has none', () => {
  const without = contextOf(shop);
  for (const { name } of QUERIES.filter(({ sections }) => sections.includes('symbols'))) {
    const answer = runQuery(without, name, { symbol: 'Order' }, false);
    expect(answer).toMatchObject({ error: { code: 'CONDUIT_IMAGE_MISSING' } });
  }
  const deep = runQuery(without, 'deps', { target: 'Order', level: 'symbol' }, false);
  expect(deep).toMatchObject({ error: { code: 'CONDUIT_IMAGE_MISSING' } });
});
