/**
 * What a query sees of an image. All vectors are views into the memory the image was loaded into, never
 * copies, so that kernels can read them in place; nobody writes to them.
 */

import type { CsrVectors } from '../base/csr.ts';
import type { Coverage } from '../base/envelope.ts';
import type { Location } from '../base/location.ts';
import type { NodeKind } from '../base/node-kinds.ts';
import type { SymbolFlag } from '../base/symbol-flags.ts';
import type { SymbolKind, UseKind } from '../base/symbol-kinds.ts';
import type { ProjectRecords } from '../facts/project-records.ts';
import type { Diagnostic, UnresolvedReason } from '../facts/records.ts';

export type {
  DependencyRecord,
  EntryRecord,
  OwnerRule,
  ProjectPackageRecord,
  ProjectRecords,
} from '../facts/project-records.ts';

/** Of a symbol that is a member of nothing: a module, an external. */
export const NO_PARENT = 0xffffffff;

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
  /** Kind (an index into EDGE_KINDS) and flags (bits of SITE_FLAGS) of each place that makes up forward edge e, in source order; makes no object. */
  visitSites(edge: number, visit: (kind: number, flags: number) => void): void;
  /** The specifier of each place that makes up forward edge e and has one of the kinds, in source order. */
  specifiersOf(edge: number, mask: number): string[];
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

/** Symbols by their numbers: those of a module stand together behind the module itself, those of external packages are the last. */
export interface SymbolsReader {
  readonly count: number;
  /** The first symbol of an external package; the count when there is none. */
  readonly projectEnd: number;
  /** How many the project declares: without modules and externals. What `index`, `doctor` and errors count. */
  readonly declaredCount: number;
  readonly edgeCount: number;
  readonly forward: CsrVectors;
  readonly reverse: CsrVectors;
  /** For entry i of reverse.targets: the number of that edge in forward order. */
  readonly reverseEdges: Uint32Array;
  /** By symbol, for who looks at all of them: its kind as an index into SYMBOL_KINDS, its node, and what it is a member of, or NO_PARENT. */
  readonly columns: { readonly kinds: Uint8Array; readonly nodes: Uint32Array; readonly parents: Uint32Array };
  /** The symbols that are modules, ascending. */
  readonly modules: Uint32Array;
  /** Where the symbols of a module end; `module` is one of {@link modules}. */
  endOfModule(module: number): number;
  idOf(symbol: number): string;
  nameOf(symbol: number): string;
  kindOf(symbol: number): SymbolKind;
  flagsOf(symbol: number): SymbolFlag[];
  /** The node of the graph that it belongs to (or is). */
  nodeOf(symbol: number): number;
  /** What it is a member of; of what stands at the top level, the module; null for modules and externals. */
  parentOf(symbol: number): number | null;
  /** Its own members, in the order of their declarations. */
  membersOf(symbol: number): number[];
  /** The symbol and all that is declared in it, near and far, ascending; of a module all of its symbols. */
  allWithin(symbol: number): number[];
  /** Symbols of that name, ascending. */
  named(name: string): number[];
  /** `number` is what the texts of a declaration are found by; `name` is where the name stands in it. */
  declarationsOf(symbol: number): { readonly number: number; readonly location: Location; readonly name: Location }[];
  /** Numbers of its declarations: from the first up to the second. */
  declarationNumbersOf(symbol: number): readonly [first: number, end: number];
  /** The names under which modules (symbols) give it to others, by module. */
  exportedAs(symbol: number): { readonly module: number; readonly name: string }[];
  /** All names that modules export, a row each, by module and name; modules and what they lead to are symbols. */
  readonly exports: {
    readonly modules: Uint32Array;
    readonly symbols: Uint32Array;
    nameOf(row: number): string;
  };
  /** Where a name is exported, and what it leads to, by module. */
  exportsNamed(name: string): { readonly module: number; readonly symbol: number }[];
  /** Who uses in forward edge e (its row). */
  sourceOf(edge: number): number;
  /** Places of forward edge e, in source order. */
  sitesOf(edge: number): { readonly kind: UseKind; readonly location: Location }[];
  /** The same, each on one line; kinds are indexes into USE_KINDS. Makes no object. */
  visitSites(edge: number, visit: (kind: number, line: number, column: number, length: number) => void): void;
  /** How often that name is used on something of unknown type, or imported from what could not be read. */
  unknownUses(name: string): number;
  /** The same of the name of a symbol, for who asks of many. */
  unknownUsesOf(symbol: number): number;
  /** The same of all names together. */
  readonly allUnknownUses: number;
}

export interface SymbolTextsReader {
  /** @param declaration its number, as from {@link SymbolsReader.declarationsOf} */
  signatureOf(declaration: number): string;
  /** Empty where there is none. */
  docOf(declaration: number): string;
}

/** Source text of a declaration, without secrets and without the indentation that its lines share. */
export interface Excerpt {
  readonly text: string;
  /** 1-based line of the source at which it begins. */
  readonly startLine: number;
  /** Lines of the declaration behind the text; 0 when the text is all of it. */
  readonly omittedLines: number;
}

export interface ExcerptsReader {
  /**
   * Of the first declaration of a symbol; null where there is none: of what is not the project's, of modules, of generated code of megabytes.
   * Needs the section `symbols`, and its places.
   * @throws ConduitError CONDUIT_IMAGE_DAMAGED
   */
  excerptOf(symbol: number): Excerpt | null;
}

export interface ImageReader {
  /** 32 hexadecimal digits. */
  readonly fingerprint: string;
  readonly strings: StringsReader;
  readonly graph: GraphReader;
  readonly diagnostics: DiagnosticsReader;
  /** @throws ConduitError CONDUIT_IMAGE_MISSING when the image was written without symbols; so do {@link symbolTexts} and {@link excerpts} */
  readonly symbols: SymbolsReader;
  readonly symbolTexts: SymbolTextsReader;
  readonly excerpts: ExcerptsReader;
  /** @throws ConduitError CONDUIT_IMAGE_MISSING when the image was written before there was any */
  readonly project: ProjectRecords;
}
