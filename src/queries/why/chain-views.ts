import { ALL_EDGE_KINDS, edgeKindsOf, edgeMask } from '../../base/edge-kinds.ts';
import type { Location } from '../../base/location.ts';
import { ALL_USE_KINDS, useKindsOf, useMask } from '../../base/symbol-kinds.ts';
import type { ImageReader } from '../../image/reader.ts';
import { type LevelKind, moduleKinds, useKinds } from '../level-kinds.ts';
import { resolveTarget } from '../resolve-target.ts';
import { resolveSymbol } from '../symbols/resolve-symbol.ts';
import type { Rows } from './shortest-paths.ts';

export interface ChainStep {
  readonly from: string;
  readonly to: string;
  readonly kinds: LevelKind[];
  /** The first place that makes it up. */
  readonly location: Location;
}

/** What chains are made of, modules or symbols. */
export interface ChainView {
  readonly rows: Rows;
  /** The kinds that were asked for, and all there are. */
  readonly mask: number;
  readonly all: number;
  resolve(text: string): { readonly name: string; readonly nodes: readonly number[] };
  describe(edge: number): ChainStep;
}

/** Chains of imports. @throws ConduitError CONDUIT_BAD_PARAMS for a kind that only uses have */
export function moduleView(image: ImageReader, kinds: readonly LevelKind[]): ChainView {
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

/** Chains of uses. @throws ConduitError CONDUIT_BAD_PARAMS for a kind that only imports have */
export function symbolView(image: ImageReader, kinds: readonly LevelKind[]): ChainView {
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
