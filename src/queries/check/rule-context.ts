import { ALL_EDGE_KINDS } from '../../base/edge-kinds.ts';
import type { Location } from '../../base/location.ts';
import type { ImageReader } from '../../image/reader.ts';
import type { GraphKernels } from '../../wasm/graph-kernels.ts';
import { kindMask } from './kind-mask.ts';
import type { KindWords, SelectorText } from './rule-terms.ts';
import type { Selection, Selectors } from './selector.ts';

/** What a rule found, in numbers; words are made of what is shown only. */
export interface Found {
  readonly from?: string;
  readonly to?: string;
  /** The forward edge whose first place of these kinds is where it is; a finding without one is where its file begins. */
  readonly edge?: number;
  readonly mask?: number;
  /** The file that it is about, for one without an edge. */
  readonly path?: string;
  readonly message: string;
  /** Nodes from here to there, at most so many, of a finding about a chain: made when it is shown. */
  readonly chain?: (limit: number) => readonly number[];
  /** Modules or packages of a cycle, sorted. */
  readonly members?: readonly string[];
  /** Where it is, when neither an edge nor the beginning of a file says so. */
  readonly location?: Location;
  /** How many places make it up; 1 when not given. */
  readonly count?: number;
}

/** What rules look at. */
export interface RuleContext {
  readonly image: ImageReader;
  readonly kernels: GraphKernels;
  readonly selectors: Selectors;
}

/** The selection of a selector that may be left out: then everything. */
export function selectOr(context: RuleContext, rule: string, text: SelectorText | undefined): Selection {
  if (text !== undefined) return context.selectors.select(rule, text);
  return new Uint8Array(context.image.graph.nodeCount).fill(1);
}

/**
 * Calls for every edge from a selected node that has one of the kinds, in the order of edges: importers, then imported.
 * A module that imports itself is passed over: no rule but that of cycles means it.
 */
export function forEachEdge(
  { image: { graph } }: RuleContext,
  from: Selection,
  words: KindWords,
  visit: (source: number, target: number, edge: number) => void,
): void {
  const { offsets, targets, masks } = graph.forward;
  const mask = kindMask(words);
  for (let node = 0; node < from.length; node++) {
    if (from[node] === 0) continue;
    for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge++) {
      const target = targets[edge] ?? 0;
      if (((masks[edge] ?? 0) & mask) !== 0 && target !== node) visit(node, target, edge);
    }
  }
}

/** A finding about an import. */
export function foundEdge(
  { image: { graph } }: RuleContext,
  edge: number,
  mask: number,
  message: (from: string, to: string) => string,
): Found {
  const [from, to] = [graph.idOf(graph.sourceOf(edge)), graph.idOf(graph.forward.targets[edge] ?? 0)];
  return { from, to, edge, mask, message: message(from, to), count: graph.countSites(edge, mask || ALL_EDGE_KINDS) };
}

/** A finding about a file as a whole. */
export function foundFile({ image: { graph } }: RuleContext, node: number, message: (id: string) => string): Found {
  const id = graph.idOf(node);
  return { from: id, path: id, message: message(id) };
}

/** The files among the selected nodes: only they can be told to import something. */
export function selectFiles({ image: { graph }, selectors }: RuleContext, rule: string, text: SelectorText): number[] {
  const nodes: number[] = [];
  const selection = selectors.select(rule, text);
  for (let node = 0; node < selection.length; node++) {
    if (selection[node] === 1 && graph.kindOf(node) === 'module') nodes.push(node);
  }
  return nodes;
}
