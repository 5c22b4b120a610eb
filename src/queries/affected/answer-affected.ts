import type { GraphReader } from '../../image/reader.ts';
import type { QueryAnswer, QueryContext } from '../define.ts';
import { waysBack } from '../impact/explain-hits.ts';
import { hitPackages, hitTests } from '../impact/roll-up.ts';
import { paginate } from '../paginate.ts';
import type { AffectedParams, AffectedResult } from './affected-schemas.ts';
import { type AffectedSet, createAffectedSet } from './affected-set.ts';
import { linesOf, readChange } from './changes.ts';
import { spread } from './spread.ts';
import { type ChangedFile, startSet } from './start-set.ts';
import { steeringModules } from './steering-modules.ts';
import { createSymbolSpread } from './symbol-spread.ts';

/** Files that were not understood or imports that lead nowhere, in a hundred files; with more of them nobody knows that nothing is affected. */
const MOST_UNKNOWN = 0.05;

/** The answer of the query; apart from its definition, because only who asks it needs it. */
export function answerAffected({ image }: QueryContext, params: AffectedParams): QueryAnswer<AffectedResult> {
  const { graph, fingerprint } = image;
  const changes = params.changes.map(readChange);
  const hasLines = changes.some(({ parts }) => parts?.some((part) => linesOf(part) !== null));
  const isFollowed = steeringModules(image);
  const bySymbols = hasLines ? createSymbolSpread(image, isFollowed) : null;
  const set = createAffectedSet(graph.nodeCount, hasLines ? image.symbols.projectEnd : 0);
  const changed = startSet(image, changes, set, bySymbols);
  spread(image, set, bySymbols, isFollowed);
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
}

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
