import { defineQuery } from './define.ts';
import { answerCalls, callParams } from './symbols/call-query.ts';
import { sitesResult } from './symbols/site-answer.ts';

/**
 * The places that call a symbol (`call`, `new`, `jsx`, `decorate`), and with `depth` those that call the callers. Calls of a member include those
 * that are bound to members which it overrides or which override it. O(calls of the answer, sorted).
 */
export const callers = defineQuery({
  name: 'callers',
  summary: 'Who calls a function, method or class, directly or by way of others.',
  examples: ['introspect callers src/cart.ts#Cart.total', 'introspect callers applyDiscount --depth all --json'],
  params: callParams,
  positional: ['symbol'],
  result: sitesResult,
  sections: ['strings', 'graph', 'diagnostics', 'symbols'],
  run: ({ image }, params) => answerCalls(image, params, 'callers'),
});
