import { defineQuery } from './define.ts';
import { answerImpact } from './impact/answer-impact.ts';
import { impactParams, impactResult } from './impact/impact-schemas.ts';
import { isSymbolLevel } from './impact/is-symbol-level.ts';

/**
 * What hangs on some modules, packages or symbols: all that depends on them, near and far, put together by package, test and owner, with the shortest way
 * that explains each hit. `truncated: "depth"` says that there is more beyond the depth, `"size"` that the list goes on. O(nodes + edges of the project).
 */
export const impact = defineQuery({
  name: 'impact',
  summary: 'What hangs on modules, packages or symbols: who depends on them, which packages, tests and owners.',
  examples: [
    'introspect impact src/money.ts',
    'introspect impact src/cart.ts src/orders/order.ts --depth 3 --json',
    'introspect impact src/cart.ts#Cart.total',
    'introspect impact npm:zod --kinds static,require',
  ],
  params: impactParams,
  positional: ['targets'],
  result: impactResult,
  sections: ['strings', 'graph', 'diagnostics', 'project'],
  sectionsFor: (params) => (isSymbolLevel(params) ? ['symbols'] : []),
  run: answerImpact,
});
