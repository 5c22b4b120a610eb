import { defineQuery } from './define.ts';
import { answerCalls, callParams } from './symbols/call-query.ts';
import { sitesResult } from './symbols/site-answer.ts';

/**
 * What a symbol calls (`call`, `new`, `jsx`, `decorate`), and with `depth` what those call. A class calls what its members call; of a class that is
 * made on the way, only the constructor is followed. A call of an interface's member ends there: which implementation runs is not known.
 * O(calls of the answer, sorted).
 */
export const callees = defineQuery({
  name: 'callees',
  summary: 'What a function, method or class calls, directly or by way of others.',
  examples: ['introspect callees src/checkout.ts#checkout', 'introspect callees Cart --depth 3 --json'],
  params: callParams,
  positional: ['symbol'],
  result: sitesResult,
  sections: ['strings', 'graph', 'diagnostics', 'symbols'],
  run: ({ image }, params) => answerCalls(image, params, 'callees'),
});
