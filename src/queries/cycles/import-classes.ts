import { EDGE_KINDS, type EdgeKind, edgeKindBit, edgeMask } from '../../base/edge-kinds.ts';
import { SITE_FLAGS } from '../../base/site-flags.ts';
import type { GraphReader } from '../../image/reader.ts';

/** When the imports of a cycle run, each class within the next: as the modules load; later, if at all; never, since TypeScript erases them. */
export const CYCLE_CLASSES = ['runtime', 'deferred', 'type-only'] as const;

export type CycleClass = (typeof CYCLE_CLASSES)[number];

/** The bit of each class in the classes of an import. */
export const CLASS_BITS: Readonly<Record<CycleClass, number>> = { runtime: 1, deferred: 2, 'type-only': 4 };

/** The bits of a class and of those within it. */
export const nestedBits = (cycleClass: CycleClass): number => 2 * CLASS_BITS[cycleClass] - 1;

/** Of kinds that say by themselves what they are; `require` and `glob` depend on the place. The others (mock, resolve, asset) close no cycle. */
const OF_KIND: Readonly<Partial<Record<EdgeKind, CycleClass>>> = {
  static: 'runtime',
  'export-from': 'runtime',
  'import-equals': 'runtime',
  dynamic: 'deferred',
  type: 'type-only',
  jsdoc: 'type-only',
  'triple-slash': 'type-only',
};

const BITS_OF_KIND: readonly number[] = EDGE_KINDS.map((kind) => {
  const cycleClass = OF_KIND[kind];
  return cycleClass === undefined ? 0 : CLASS_BITS[cycleClass];
});
const [REQUIRE, GLOB] = [EDGE_KINDS.indexOf('require'), EDGE_KINDS.indexOf('glob')];

/** Kinds of import that can close a cycle. */
export const COUNTED_KINDS: number =
  edgeMask(EDGE_KINDS.filter((kind) => kind in OF_KIND)) | (1 << REQUIRE) | (1 << GLOB);

/** Kinds of import that may be of a class or of one within it. */
export function kindsWithin(cycleClass: CycleClass): number {
  const wanted = nestedBits(cycleClass);
  const certain = EDGE_KINDS.filter((_, kind) => ((BITS_OF_KIND[kind] ?? 0) & wanted) !== 0);
  return edgeMask(certain) | edgeKindBit('require') | edgeKindBit('glob');
}

/**
 * The class of one place that imports, as a bit; 0 for one that closes no cycle, be it by its kind or because a comment says so.
 * @param kind an index into EDGE_KINDS; @param flags bits of SITE_FLAGS
 */
export function classOfSite(kind: number, flags: number): number {
  if ((flags & SITE_FLAGS.ignored) !== 0) return 0;
  if (kind === REQUIRE) return (flags & SITE_FLAGS.nested) !== 0 ? CLASS_BITS.deferred : CLASS_BITS.runtime;
  // What bundlers import eagerly they import at the top of the module, wherever the call stands.
  if (kind === GLOB) return (flags & SITE_FLAGS.eager) !== 0 ? CLASS_BITS.runtime : CLASS_BITS.deferred;
  return BITS_OF_KIND[kind] ?? 0;
}

/** Beside the classes of an edge: a comment has one of its places left out. */
export const IGNORED_BIT = 8;

/** Tells the classes of all places that make up an edge, as bits, and whether one of them is left out. A reader for all edges: it makes no object an edge. */
export function createClassReader(graph: GraphReader): (edge: number) => number {
  let bits = 0;
  const visit = (kind: number, flags: number): void => {
    const own = classOfSite(kind, flags);
    bits |= own;
    if (own === 0 && (flags & SITE_FLAGS.ignored) !== 0 && (COUNTED_KINDS & (1 << kind)) !== 0) bits |= IGNORED_BIT;
  };
  return (edge) => {
    bits = 0;
    graph.visitSites(edge, visit);
    return bits;
  };
}
