/**
 * The records that travel between the stages. Plain data, no methods: every stage takes records and
 * returns records, so that each can be tested, cached and replaced by itself.
 */
import type { NodeKind } from '../base/node-kinds.ts';
import type { ProjectRecords } from './project-records.ts';
import type { SymbolFacts, SymbolRecords } from './symbol-records.ts';

/** A source file that the scan found. `path` is from the root, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly size: number;
  /**
   * When content or metadata last changed, in milliseconds; decides freshness only and never reaches an image. Not the modification
   * time: `cp -p`, `tar x` and the like set that to what it was elsewhere.
   */
  readonly ctimeMs: number;
}

/** Why a file or folder was passed over or is only partly known. A closed list, documented in docs/diagnostics.md. */
export type DiagnosticCode =
  // not read, by rule
  | 'skipped-dot-directory'
  | 'skipped-minified'
  | 'skipped-too-large'
  | 'skipped-symlink-loop'
  | 'skipped-symlink-outside'
  | 'skipped-symlink-broken'
  | 'skipped-special-file'
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
  | 'unknown-script-language'
  | 'alias-not-literal'
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
// What follows stays in the facts: it is settled when the tsconfig and the other files are known, and no image has it.
export const SITE_ERASABLE = 8; // no name of it is certainly used as a value: see {@link ErasureFacts.bindings}
export const SITE_TYPE_NAMES = 16; // `import { type A }`: every name is marked, the declaration is not
export const SITE_TYPE_EXPORTS = 32; // `export { type A } from`: the same
export const SITE_CONTINUES = 64; // a further pattern of the call that the site before it belongs to
export const SITE_PATH = 256; // a path that is put together: where it leads to no file, nothing is imported
// This one lasts.
export const SITE_IGNORED = 128; // a comment says that cycles through it are meant to be
/** The flags that reach an image. */
export const LASTING_SITE_FLAGS: number = SITE_NESTED | SITE_EAGER | SITE_PATTERN | SITE_IGNORED;

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

/** What the configuration of a bundler puts in place of a specifier, as far as its text says. */
export interface BundlerAlias {
  readonly find: string;
  /** `name`: the specifier is `find`, or begins with it and a slash. `start`: it begins with it, wherever that ends. */
  readonly match: 'name' | 'exact' | 'start';
  /** Takes the place of `find`; the rest of the specifier follows it as it is. */
  readonly replacement: string;
  /** Whether that gives a path, counted from the folder of the configuration, or another specifier. */
  readonly isPath: boolean;
}

/** A text in the configuration of a tool that could name a file, several files or a package. */
export interface ToolSetting {
  /** The keys around it, outermost first, with dots between them: `build.lib.entry`. */
  readonly key: string;
  readonly value: string;
  readonly line: number;
}

/**
 * What a file says towards the question which of its imports, and of those of other files, TypeScript erases. The
 * answer needs the tsconfig and the exports of other modules and is given when files are linked. Numbers are words as
 * named by {@link BINDING} and {@link EXPORTED}; names are indexes into the file's strings.
 */
export interface ErasureFacts {
  /** Bits JSX_… : which forms of JSX the file has, and what its own pragmas say of them. */
  readonly jsx: number;
  /** Names that sites with SITE_ERASABLE bind (or, for an export, pass on); not those without any use that could count. */
  readonly bindings: Uint32Array;
  /** Names that the file exports, as far as they are not simply values. An export that is not listed is a value. */
  readonly exports: Uint32Array;
}

/** Words of one binding. USES has bits USE_…, IMPORTED is `*` for a namespace and `default` for a default import. */
export const BINDING = { SITE: 0, IMPORTED: 1, LOCAL: 2, USES: 3, WORDS: 4 } as const;

export const USE_VALUE = 1; // certainly a value; the site of such a name is settled, so the facts never hold this bit
export const USE_MEMBER = 2; // only `Name.member`: a value, unless Name is a const enum
export const USE_EXPORTED = 4; // `export { Name }`, `export default Name`: what it is where it is declared
export const USE_METADATA = 8; // a type whose name the decorators' metadata keep
export const USE_LOOSE_METADATA = 16; // the same, when null and undefined are no types of their own
export const USE_JSX_PRAGMA = 32; // named by the file's own `@jsx`
export const USE_JSX_FRAGMENT_PRAGMA = 64; // named by its `@jsxFrag`

/** Words of one export. NAME is `*` for `export *`; SITE is 0 when it is declared here, else the site's number plus 1. */
export const EXPORTED = { NAME: 0, MEANING: 1, SITE: 2, IMPORTED: 3, WORDS: 4 } as const;

/** Bits of what an exported name means. Of an export that leads on, MEANS_TYPE says that it is written as a type. */
export const MEANS_VALUE = 1;
export const MEANS_TYPE = 2;
export const MEANS_CONST_ENUM = 4;

export const JSX_ELEMENT = 1;
export const JSX_FRAGMENT = 2;
export const JSX_CLASSIC = 4; // `@jsxRuntime classic`
export const JSX_AUTOMATIC = 8; // `@jsxRuntime automatic`, `@jsxImportSource preact`
export const JSX_OWN_FACTORY = 16; // `@jsx h`
export const JSX_OWN_FRAGMENT = 32; // `@jsxFrag Fragment`

/** Source text of a file's symbols, without secrets, compressed: src/image/read-excerpt-block.ts says how. */
export interface ExcerptFacts {
  readonly block: Uint8Array;
  /** Of the block, in bytes, before it was compressed. */
  readonly length: number;
}

/** What the extractors know of one file. Depends on nothing but the file's bytes (and its extension). */
export interface FileFacts {
  readonly path: string;
  /** Content hash (hex), the key of the facts cache. Empty when the file could not be read. */
  readonly hash: string;
  readonly lines: number;
  /**
   * `parsed`: extracted from a syntax tree. `failed`: see {@link diagnostics}; nothing is known of its imports, or (in a file of
   * several script blocks) only those of the blocks that could be read. `unread`: left for later, because the question that the
   * build was for did not need it.
   */
  readonly status: 'parsed' | 'failed' | 'unread';
  readonly diagnostics: readonly Diagnostic[];
  /** Import sites in source order, SITE.WORDS words each; KIND is an index into EDGE_KINDS, SPECIFIER one into strings. */
  readonly sites: Uint32Array;
  readonly strings: readonly string[];
  /** In a configuration of a bundler (see extract/aliases/), in its order; nothing elsewhere. */
  readonly aliases?: readonly BundlerAlias[];
  /** In a configuration of a tool (see extract/settings/), in its order; nothing elsewhere. */
  readonly settings?: readonly ToolSetting[];
  /** Absent when no site can be erased and every export is a value: JavaScript, and much TypeScript. */
  readonly erasure?: ErasureFacts;
  /** Absent when nothing could be parsed, and in a component with more than one script block. */
  readonly symbols?: SymbolFacts;
  /** Absent when there are no symbols. */
  readonly excerpts?: ExcerptFacts;
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
  /** Package names: the project's own and the external ones, sorted; a name stands here as often as there are packages of it. */
  readonly packages: readonly string[];
  /** The folder of each, null for an external one. Of one name: by folder, the external one last. */
  readonly packageDirectories: readonly (string | null)[];
  /** Compressed sparse rows: edges of node n are offsets[n] … offsets[n+1]; targets ascend within a row; no parallel edges. */
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  readonly masks: Uint32Array;
  /** Sites of edge e are siteOffsets[e] … siteOffsets[e+1], in source order; words as in SITE with SPECIFIER into {@link specifiers}. */
  readonly siteOffsets: Uint32Array;
  readonly sites: Uint32Array;
  readonly specifiers: readonly string[];
  /** Edges to externals whose version range a manifest around the importer declares, ascending. */
  readonly rangeEdges: Uint32Array;
  /** For each of them, the position in {@link ranges}. */
  readonly rangeNumbers: Uint32Array;
  readonly ranges: readonly string[];
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
  /** Absent when part of the project was left unread. */
  readonly symbols?: SymbolRecords;
  /** Of each module, by its number in the graph; null where there are none. Absent where they were not looked for. */
  readonly excerpts?: readonly (ExcerptFacts | null)[];
  readonly project?: ProjectRecords;
}
