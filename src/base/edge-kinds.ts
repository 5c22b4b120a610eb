/**
 * The kinds of an import edge, one bit each in an edge's mask. A module that both imports a type and a
 * value from another has one edge with two bits. The order is part of the image format: append only.
 */
export const EDGE_KINDS = [
  'static',
  'export-from',
  'dynamic',
  'require',
  'import-equals',
  'type',
  'jsdoc',
  'triple-slash',
  'glob',
  'mock',
  'resolve',
  'asset',
] as const;

export type EdgeKind = (typeof EDGE_KINDS)[number];

/** Every kind at once: the mask of a traversal that filters nothing. */
export const ALL_EDGE_KINDS: number = 2 ** EDGE_KINDS.length - 1;

/** The bit of one kind. */
export function edgeKindBit(kind: EdgeKind): number {
  return 1 << EDGE_KINDS.indexOf(kind);
}

/** The mask of several kinds; no kinds at all means every kind. */
export function edgeMask(kinds: readonly EdgeKind[]): number {
  if (kinds.length === 0) return ALL_EDGE_KINDS;
  return kinds.reduce((mask, kind) => mask | edgeKindBit(kind), 0);
}

/** The kinds in a mask, in the order of {@link EDGE_KINDS}. */
export function edgeKindsOf(mask: number): EdgeKind[] {
  return EDGE_KINDS.filter((_, bit) => (mask & (1 << bit)) !== 0);
}
