/**
 * The records that travel between the stages. Plain data, no methods: every stage takes records and
 * returns records, so that each can be tested, cached and replaced by itself.
 */
import type { NodeKind } from '../base/node-kinds.ts';

/** A source file that the scan found. `path` is from the root, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly size: number;
  /** Modification time in milliseconds; decides freshness only and never reaches an image. */
  readonly mtimeMs: number;
}

/** Why a file or folder was passed over or is only partly known. A closed list, documented in docs/diagnostics.md. */
export type DiagnosticCode =
  // not read, by rule
  | 'skipped-dot-directory'
  | 'skipped-minified'
  | 'skipped-too-large'
  | 'skipped-symlink-loop'
  | 'skipped-symlink-outside'
  // read, but not understood
  | 'unreadable'
  | 'not-utf8'
  | 'nested-too-deep'
  | 'syntax-error'
  | 'parser-crashed'
  | 'parser-hung'
  | 'parser-limit'
  // understood only in part
  | 'rescued-declaration'
  | 'broken-package-json'
  | 'broken-workspace'
  | 'broken-tsconfig';

export interface Diagnostic {
  readonly path: string;
  readonly code: DiagnosticCode;
  /** One line without source text; empty when the code says it all. */
  readonly message: string;
  /** 1-based; 0 when there is no place. */
  readonly line: number;
  readonly column: number;
}

/** What is true of a place where one file names another: bits of a site's word FLAGS in {@link FileFacts.sites}. */
export const SITE_NESTED = 1; // inside a function: runs later, if at all
export const SITE_EAGER = 2; // import.meta.glob(…, { eager: true })
export const SITE_PATTERN = 4; // the specifier is a pattern (glob, template), not a path

/** Words of one site in {@link FileFacts.sites}. */
export const SITE = {
  KIND: 0,
  SPECIFIER: 1,
  LINE: 2,
  COLUMN: 3,
  END_LINE: 4,
  END_COLUMN: 5,
  FLAGS: 6,
  WORDS: 7,
} as const;

/** What the extractors know of one file. Depends on nothing but the file's bytes (and its extension). */
export interface FileFacts {
  readonly path: string;
  /** Content hash (hex), the key of the facts cache. Empty when the file could not be read. */
  readonly hash: string;
  readonly lines: number;
  /** `parsed`: extracted from a syntax tree. `failed`: see {@link diagnostics}; nothing is known of its imports. */
  readonly status: 'parsed' | 'failed';
  readonly diagnostics: readonly Diagnostic[];
  /** Import sites in source order, SITE.WORDS words each; KIND is an index into EDGE_KINDS, SPECIFIER one into strings. */
  readonly sites: Uint32Array;
  readonly strings: readonly string[];
}

/** A package of the project: a folder with a package.json. */
export interface Package {
  /** The name it has, or its folder when it has none. */
  readonly name: string;
  /** Folder from the root; '' is the root. */
  readonly directory: string;
}

/** Why a specifier leads nowhere. A closed list, documented in docs/diagnostics.md. */
export type UnresolvedReason =
  | 'file-not-found'
  | 'package-not-declared'
  | 'not-exported'
  | 'unbuilt-output'
  | 'excluded'
  | 'outside-root'
  | 'dynamic-pattern'
  | 'unsupported-scheme'
  | 'config-error';

/** Where a specifier leads. `id` is the node id of the contract. */
export type Resolution =
  | { readonly kind: Exclude<NodeKind, 'unresolved'>; readonly id: string; readonly package: string | null }
  | { readonly kind: 'unresolved'; readonly id: string; readonly reason: UnresolvedReason };

/** The linked module graph, ready to be encoded. Node and edge numbers are positions; all orders are by code unit. */
export interface GraphRecords {
  /** Node ids: modules first (by path), then the other kinds in the order of NODE_KINDS, each by id. */
  readonly ids: readonly string[];
  /** Index into NODE_KINDS. */
  readonly kinds: Uint8Array;
  /** Index into {@link packages}, or 0xffffffff. For externals too: see {@link packages}. */
  readonly nodePackages: Uint32Array;
  readonly lines: Uint32Array;
  /** Package names: the project's own and the external ones, sorted. */
  readonly packages: readonly string[];
  /** Compressed sparse rows: edges of node n are offsets[n] … offsets[n+1]; targets ascend within a row; no parallel edges. */
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  readonly masks: Uint32Array;
  /** Sites of edge e are siteOffsets[e] … siteOffsets[e+1], in source order; words as in SITE with SPECIFIER into {@link specifiers}. */
  readonly siteOffsets: Uint32Array;
  readonly sites: Uint32Array;
  readonly specifiers: readonly string[];
}

/** What the build has to say about itself. */
export interface DiagnosticsRecords {
  readonly files: number;
  readonly parsed: number;
  readonly failed: number;
  readonly lines: number;
  readonly unresolved: Readonly<Partial<Record<UnresolvedReason, number>>>;
  /** Sorted by path, then code, then line. */
  readonly entries: readonly Diagnostic[];
  /** Unresolved specifiers with place: sorted by path, line, column. */
  readonly unresolvedSites: readonly {
    readonly path: string;
    readonly specifier: string;
    readonly reason: UnresolvedReason;
    readonly line: number;
    readonly column: number;
  }[];
}

/** Everything that goes into an image: a pure function of the sorted facts. */
export interface ImageRecords {
  readonly graph: GraphRecords;
  readonly diagnostics: DiagnosticsRecords;
}
