/**
 * What a query sees of an image. All vectors are views into the memory the image was loaded into, never
 * copies, so that kernels can read them in place; nobody writes to them.
 */

import type { CsrVectors } from '../base/csr.ts';
import type { Coverage } from '../base/envelope.ts';
import type { Location } from '../base/location.ts';
import type { NodeKind } from '../base/node-kinds.ts';
import type { Diagnostic, UnresolvedReason } from '../facts/records.ts';

export interface StringsReader {
  readonly count: number;
  get(index: number): string;
}

export interface GraphReader {
  readonly nodeCount: number;
  readonly edgeCount: number;
  readonly forward: CsrVectors;
  readonly reverse: CsrVectors;
  /** For entry i of reverse.targets: the number of that edge in forward order. */
  readonly reverseEdges: Uint32Array;
  idOf(node: number): string;
  kindOf(node: number): NodeKind;
  /** The package a node belongs to (or is), null where there is none. */
  packageOf(node: number): string | null;
  linesOf(node: number): number;
  /** The number of the package a node belongs to (or is), null where there is none: two packages may have one name. */
  packageNumberOf(node: number): number | null;
  readonly packageCount: number;
  /** @param number as from {@link packageNumberOf} */
  packageName(number: number): string;
  /** Its folder from the root; null for one that is not of the project, and in images that do not say. */
  packageDirectory(number: number): string | null;
  /** The version range that the importer of an edge to an external package declares for it; null when none does. */
  rangeOf(edge: number): string | null;
  /** All ranges that importers of an external package declare, sorted, each once. */
  rangesOf(node: number): string[];
  /** The node with that id, or -1. */
  find(id: string): number;
  /** Nodes whose id is `ending` or ends with `/ending`, ascending, at most `limit`. */
  findEnding(ending: string, limit: number): number[];
  /** Nodes of a package, ascending. */
  nodesOfPackage(name: string): number[];
  /** Importer of forward edge e (its row). */
  sourceOf(edge: number): number;
  /** How many places make up forward edge e, of the kinds in the mask. */
  countSites(edge: number, mask: number): number;
  /** Places in the importer's source that make up forward edge e, in source order. */
  sitesOf(
    edge: number,
  ): { readonly kind: number; readonly specifier: string; readonly flags: number; readonly location: Location }[];
}

export interface DiagnosticsReader {
  readonly coverage: Coverage;
  readonly lines: number;
  entries(): Diagnostic[];
  unresolvedSites(): { path: string; specifier: string; reason: UnresolvedReason; line: number; column: number }[];
}

export interface ImageReader {
  /** 32 hexadecimal digits. */
  readonly fingerprint: string;
  readonly strings: StringsReader;
  readonly graph: GraphReader;
  readonly diagnostics: DiagnosticsReader;
}
