import { z } from 'zod';
import type { GraphReader } from '../image/reader.ts';
import { type AffectedSet, createAffectedSet } from './affected/affected-set.ts';
import { CHANGE_STATUSES, linesOf, readChange } from './affected/changes.ts';
import { spread } from './affected/spread.ts';
import { CHANGE_ROLES, type ChangedFile, startSet } from './affected/start-set.ts';
import { createSymbolSpread } from './affected/symbol-spread.ts';
import { defineQuery } from './define.ts';
import { waysBack } from './impact/explain-hits.ts';
import { packageHits } from './impact/impact-schemas.ts';
import { hitPackages, hitTests } from './impact/roll-up.ts';
import { pageParams, paginate } from './paginate.ts';

const result = z.strictObject({
  verdict: z
    .enum(['found', 'none', 'unknown'])
    .describe('`unknown`: nothing was found, but a changed source was not read, or too much is not known.'),
  changed: z
    .array(
      z.strictObject({
        path: z.string(),
        status: z.enum(CHANGE_STATUSES),
        as: z
          .enum(CHANGE_ROLES)
          .describe(
            'What it counts as; `not-read`: a source of which nothing is known; `no-input`: nothing is known to read it.',
          ),
        symbols: z.array(z.string()).optional().describe('When only these changed.'),
        packages: z.array(z.string()).optional().describe('Imported packages whose version is another.'),
      }),
    )
    .describe('In the order given.'),
  modules: z
    .array(
      z.strictObject({
        id: z.string(),
        depth: z.int().min(0).describe('Steps between it and what changed; 0 for that itself.'),
        by: z.enum(['module', 'symbols']).describe('Whether all of it is affected, or only some of what it declares.'),
        via: z
          .array(z.string())
          .describe(
            'How the change reaches it: the nearest first, what changed last. Of more than 20 the first and last ten.',
          ),
      }),
    )
    .describe('By depth, then by id.'),
  packages: packageHits,
  tests: z
    .array(z.strictObject({ id: z.string(), depth: z.int().min(0) }))
    .describe('The test files among the modules.'),
});

export type AffectedResult = z.infer<typeof result>;

/** Files that were not understood or imports that lead nowhere, in a hundred files; with more of them nobody knows that nothing is affected. */
const MOST_UNKNOWN = 0.05;

/** Parameters as they came may be one text in place of a list. */
const speaksOfLines = ({ changes }: { readonly changes?: unknown }): boolean =>
  [changes].flat().some((change) => /#.*\d/.test(String(change)));

/**
 * What a set of changed files affects: modules, packages and tests, by symbols where the change is known to stay within declarations. The command line reads the
 * changes from git. O(nodes + edges of the project, of modules and of symbols).
 */
export const affected = defineQuery({
  name: 'affected',
  summary: 'What a change affects: modules, packages, and the tests to run.',
  examples: [
    'introspect affected --since main',
    'introspect affected --since origin/main --print tests',
    'introspect affected --base HEAD~3 --head HEAD --json',
    'introspect affected --changes modified:src/money.ts,deleted:src/old.ts',
  ],
  params: z.strictObject({
    changes: z
      .array(z.string().min(1))
      .default([])
      .describe(
        'Changed files, each `added:`, `modified:` or `deleted:` and the path, with `%2C` for a comma; behind a `#` what of it changed, with `;` between: lines, or names of packages.',
      ),
    ...pageParams,
  }),
  positional: [],
  result,
  sections: ['strings', 'graph', 'diagnostics', 'project'],
  sectionsFor: (params) => (speaksOfLines(params) ? ['symbols'] : []),
  run({ image }, params) {
    const { graph, fingerprint } = image;
    const changes = params.changes.map(readChange);
    const hasLines = changes.some(({ parts }) => parts?.some((part) => linesOf(part) !== null));
    const bySymbols = hasLines ? createSymbolSpread(image) : null;
    const set = createAffectedSet(graph.nodeCount, hasLines ? image.symbols.projectEnd : 0);
    const changed = startSet(image, changes, set, bySymbols);
    spread(image, set, bySymbols);
    const { hits, describe } = describeSet(graph, set);
    const { items, truncated, page } = paginate(hits, params, fingerprint);
    const { files, failed, unresolved } = image.diagnostics.coverage;
    const unknown = failed + Object.values(unresolved).reduce((sum, count) => sum + count, 0);
    return {
      result: {
        verdict: verdictOf(hits.length, changed, unknown > files * MOST_UNKNOWN),
        changed,
        modules: items.map(describe),
        packages: hitPackages(graph, hits),
        tests: hitTests(image, hits),
      },
      ...(truncated ? { truncated } : {}),
      ...(page ? { page } : {}),
    };
  },
});

function verdictOf(hits: number, changed: readonly ChangedFile[], isObscure: boolean): AffectedResult['verdict'] {
  if (hits > 0) return 'found';
  const isOpen = changed.some(
    ({ as, status }) =>
      as === 'not-read' || (isObscure && (as === 'asset' || (status === 'deleted' && as === 'no-input'))),
  );
  return isOpen ? 'unknown' : 'none';
}

interface AffectedHit {
  readonly node: number;
  readonly depth: number;
  readonly id: string;
}

/** The modules of a set; what else is in it, assets, only passes a change on. */
function describeSet(graph: GraphReader, set: AffectedSet) {
  const all = set.nodes.map((node) => ({ node, depth: set.depthOf(node), id: graph.idOf(node) }));
  all.sort((a, b) => a.depth - b.depth || (a.id < b.id ? -1 : 1));
  const reached = {
    nodes: Uint32Array.from(all, ({ node }) => node),
    depths: Uint32Array.from(all, ({ depth }) => depth),
  };
  const wayOf = waysBack(
    reached,
    Int32Array.from(all, ({ node }) => set.nearerOf(node)),
  );
  return {
    hits: all.filter(({ node }) => graph.kindOf(node) === 'module'),
    describe: ({ node, depth, id }: AffectedHit): AffectedResult['modules'][number] => ({
      id,
      depth,
      by: set.extentOf(node),
      via: wayOf(node).map(graph.idOf),
    }),
  };
}
