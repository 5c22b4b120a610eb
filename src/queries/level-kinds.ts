import { EDGE_KINDS, type EdgeKind } from '../base/edge-kinds.ts';
import { ConduitError } from '../base/errors.ts';
import { USE_KINDS, type UseKind } from '../base/symbol-kinds.ts';

/** The words of a parameter `kinds` of a query that answers for modules and for symbols: kinds of imports, and of uses. Some are both. */
export const LEVEL_KINDS = [
  ...EDGE_KINDS,
  ...USE_KINDS.filter((kind): kind is Exclude<UseKind, EdgeKind> => !isEdgeKind(kind)),
] as const;

export type LevelKind = (typeof LEVEL_KINDS)[number];

/** @throws ConduitError CONDUIT_BAD_PARAMS for a kind that only uses of symbols have */
export function moduleKinds(kinds: readonly LevelKind[]): EdgeKind[] {
  return kinds.map((kind) => (isEdgeKind(kind) ? kind : refuse(kind, 'module', EDGE_KINDS)));
}

/** @throws ConduitError CONDUIT_BAD_PARAMS for a kind that only imports have */
export function useKinds(kinds: readonly LevelKind[]): UseKind[] {
  return kinds.map((kind) => (isUseKind(kind) ? kind : refuse(kind, 'symbol', USE_KINDS)));
}

function isEdgeKind(kind: string): kind is EdgeKind {
  return EDGE_KINDS.some((known) => known === kind);
}

function isUseKind(kind: string): kind is UseKind {
  return USE_KINDS.some((known) => known === kind);
}

function refuse(kind: string, level: string, known: readonly string[]): never {
  throw new ConduitError(
    'CONDUIT_BAD_PARAMS',
    `parameter \`kinds\`: at level \`${level}\` there is no \`${kind}\``,
    known,
  );
}
