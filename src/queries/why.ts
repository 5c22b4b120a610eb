import { z } from 'zod';
import { defineQuery } from './define.ts';
import { LEVEL_KINDS } from './level-kinds.ts';
import { locationSchema } from './schemas.ts';
import { moduleView, symbolView } from './why/chain-views.ts';
import { type Rows, shortestPaths } from './why/shortest-paths.ts';
import { unresolvedAmong } from './why/unresolved-among.ts';

const REASONS = ['same', 'other-kinds', 'other-way', 'no-path'] as const;

const result = z.strictObject({
  from: z.string().describe('What the first parameter names.'),
  to: z.string(),
  paths: z
    .array(
      z.array(
        z.strictObject({
          from: z.string(),
          to: z.string(),
          kinds: z.array(z.enum(LEVEL_KINDS)),
          location: locationSchema.describe('The first place that makes up this step.'),
        }),
      ),
    )
    .describe('The shortest first.'),
  reason: z
    .enum(REASONS)
    .optional()
    .describe(
      'Why there is no path: both are the `same`; there is one by `other-kinds` than were asked for; only the `other-way` round there is one; there is `no-path` either way.',
    ),
  unresolved: z
    .int()
    .min(0)
    .optional()
    .describe(
      'At level `symbol`: uses in the whole project of which nobody knows what they mean. At level `module`, where there is no path: imports that lead nowhere in what the first depends on. Any may be a step.',
    ),
});

export type WhyResult = z.infer<typeof result>;

/** Edges to look at for paths after the first: some tenths of a second. */
const BUDGET = 5_000_000;

/**
 * How one module, package or symbol comes to depend on another: the shortest chains of imports or uses. `truncated: "budget"` says that longer
 * paths were looked for and not all found. A symbol stands for all that is declared in it, a package for all of its modules.
 */
export const why = defineQuery({
  name: 'why',
  summary: 'Why one module, package or symbol depends on another: the shortest chains between them.',
  examples: [
    'introspect why src/index.ts src/money.ts',
    'introspect why src/index.ts npm:zod --paths 10 --json',
    'introspect why src/index.ts#main src/money.ts#round --level symbol',
  ],
  params: z.strictObject({
    from: z
      .string()
      .min(1)
      .describe('Which depends: a path, a unique end of one, a package; at level `symbol` a symbol.'),
    to: z.string().min(1).describe('Upon what.'),
    level: z.enum(['module', 'symbol']).default('module').describe('What the chains are made of.'),
    kinds: z
      .array(z.enum(LEVEL_KINDS))
      .default([])
      .describe('Follow only these kinds of import, at level `symbol` of use; all when none is given.'),
    paths: z.int().min(1).max(100).default(3).describe('So many chains at most.'),
  }),
  positional: ['from', 'to'],
  result,
  sections: ['strings', 'graph', 'diagnostics'],
  sectionsFor: ({ level }) => (level === 'symbol' ? ['symbols'] : []),
  run({ image, kernels }, { from, to, level, kinds, paths: count }) {
    const view = level === 'symbol' ? symbolView(image, kinds) : moduleView(image, kinds);
    const [start, goal] = [view.resolve(from), view.resolve(to)];
    const ends = { from: start.name, to: goal.name };
    if (start.name === goal.name) return { result: { ...ends, paths: [], reason: 'same' as const } };
    const find = (rows: Rows, mask: number, limit: number) =>
      shortestPaths(rows, start.nodes, goal.nodes, { mask, count: limit, budget: BUDGET });
    const { paths, isCut } = find(view.rows, view.mask, count);
    const isThere = (rows: Rows, mask: number): boolean => find(rows, mask, 1).paths.length > 0;
    const reason = (): WhyResult['reason'] => {
      if (isThere(view.rows, view.all)) return 'other-kinds';
      const { forward, reverse } = view.rows;
      return isThere({ forward: reverse, reverse: forward }, view.all) ? 'other-way' : 'no-path';
    };
    return {
      result: {
        ...ends,
        paths: paths.map((path) => path.map(view.describe)),
        ...(paths.length === 0 ? { reason: reason() } : {}),
        ...(level === 'symbol' ? { unresolved: image.symbols.allUnknownUses } : {}),
        ...(level === 'module' && paths.length === 0
          ? { unresolved: unresolvedAmong({ image, kernels }, start.nodes, view.mask) }
          : {}),
      },
      ...(isCut ? { truncated: 'budget' as const } : {}),
    };
  },
});
