import { z } from 'zod';
import { ALL_EDGE_KINDS, edgeKindsOf, edgeMask } from '../base/edge-kinds.ts';
import type { Location } from '../base/location.ts';
import { ALL_USE_KINDS, useKindsOf, useMask } from '../base/symbol-kinds.ts';
import type { ImageReader } from '../image/reader.ts';
import { defineQuery } from './define.ts';
import { LEVEL_KINDS, type LevelKind, moduleKinds, useKinds } from './level-kinds.ts';
import { resolveTarget } from './resolve-target.ts';
import { locationSchema } from './schemas.ts';
import { resolveSymbol } from './symbols/resolve-symbol.ts';
import { unknownTotal } from './symbols/symbol-deps.ts';
import { type Rows, shortestPaths } from './why/shortest-paths.ts';

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
  unresolved: unknownTotal.optional(),
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
  run({ image }, { from, to, level, kinds, paths: count }) {
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
      },
      ...(isCut ? { truncated: 'budget' as const } : {}),
    };
  },
});

/** What chains are made of, modules or symbols. */
interface View {
  readonly rows: Rows;
  /** The kinds that were asked for, and all there are. */
  readonly mask: number;
  readonly all: number;
  resolve(text: string): { readonly name: string; readonly nodes: readonly number[] };
  describe(edge: number): WhyResult['paths'][number][number];
}

function moduleView(image: ImageReader, kinds: readonly LevelKind[]): View {
  const { graph } = image;
  const mask = edgeMask(moduleKinds(kinds));
  return {
    rows: graph,
    mask,
    all: ALL_EDGE_KINDS,
    resolve(text) {
      const { root, nodes } = resolveTarget(image, text);
      return { name: root, nodes };
    },
    describe(edge) {
      const from = graph.sourceOf(edge);
      const seen = (graph.forward.masks[edge] ?? 0) & mask;
      const site = graph.sitesOf(edge).find(({ kind }) => (seen & (1 << kind)) !== 0);
      const [id, to] = [graph.idOf(from), graph.idOf(graph.forward.targets[edge] ?? 0)];
      return { from: id, to, kinds: edgeKindsOf(seen), location: site?.location ?? startOf(id) };
    },
  };
}

function symbolView(image: ImageReader, kinds: readonly LevelKind[]): View {
  const { symbols, graph } = image;
  const mask = useMask(useKinds(kinds));
  return {
    rows: symbols,
    mask,
    all: ALL_USE_KINDS,
    resolve(text) {
      const symbol = resolveSymbol(image, text);
      return { name: symbols.idOf(symbol), nodes: symbols.allWithin(symbol) };
    },
    describe(edge) {
      const from = symbols.sourceOf(edge);
      const seen = useKindsOf((symbols.forward.masks[edge] ?? 0) & mask);
      const site = symbols.sitesOf(edge).find(({ kind }) => seen.includes(kind));
      // A member that overrides another does so where it is declared.
      const location = site?.location ?? symbols.declarationsOf(from)[0]?.name;
      const to = symbols.idOf(symbols.forward.targets[edge] ?? 0);
      return {
        from: symbols.idOf(from),
        to,
        kinds: seen,
        location: location ?? startOf(graph.idOf(symbols.nodeOf(from))),
      };
    },
  };
}

/** An edge without a place is none that an image should have; its file is the best that can be said then. */
const startOf = (path: string): Location => ({ path, line: 1, column: 1, endLine: 1, endColumn: 1 });
