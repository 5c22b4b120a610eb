/**
 * Conduit Introspect as a library.
 *
 * ```ts
 * import { open } from 'conduit-introspect';
 *
 * const session = await open({ root: '.' });
 * const { result } = await session.deps({ target: 'src/index.ts', depth: 2 });
 * for (const { from, to } of result.edges) console.log(from, '→', to);
 * await session.close();
 * ```
 */

export { EDGE_KINDS, type EdgeKind } from './base/edge-kinds.ts';
export type { AsOf, Coverage, Envelope, ErrorEnvelope, Truncation } from './base/envelope.ts';
export { isErrorEnvelope } from './base/envelope.ts';
export { ConduitError, type ErrorCode, isConduitError } from './base/errors.ts';
export type { Location } from './base/location.ts';
export { NODE_KINDS, type NodeKind } from './base/node-kinds.ts';
export { SYMBOL_KINDS, type SymbolKind, USE_KINDS, type UseKind } from './base/symbol-kinds.ts';
export type { SitesResult, SymbolDepsResult, SymbolResult, WhyResult } from './queries/registry.ts';
export { type BuildOptions, buildImage } from './session/node/build/build-image.ts';
export type { BuildProgress, BuildSummary } from './session/node/build/messages.ts';
export {
  type AnswerStats,
  type DepsParams,
  type DepsResult,
  type OpenOptions,
  open,
  type Session,
} from './session/node/open.ts';
