import type { ErrorEnvelope } from '../../../base/envelope.ts';

/** What the supervisor asks of the child process that builds. */
export interface BuildRequest {
  readonly root: string;
  readonly imageDirectory: string;
  /** The validated configuration. */
  readonly config: BuildConfig;
  /** Its rules to check, as JSON with sorted keys; empty when there are none. They go into the image as they are. */
  readonly check: string;
  readonly configHash: string;
  /** Ignore the facts cache. */
  readonly cold: boolean;
  /** This build's own scratch folder (see image-directory.ts). */
  readonly scratch: string;
  /** Files known to kill or hang the parser: not to be parsed, and reported. */
  readonly excluded: readonly ExcludedFile[];
  /** Files that were in flight when an earlier child died: parsed one at a time, first. */
  readonly suspects: readonly string[];
  /** Read only what an answer about this target needs, if that is a small part of the project. */
  readonly forward: { readonly target: string; readonly depth: number } | null;
  /** Whether symbols are read too, or only what the module graph needs: half of the work. */
  readonly symbols: boolean;
  readonly workers: number;
}

export interface BuildConfig {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly maxFileBytes: number;
  readonly dotDirectories: boolean;
  readonly minified: boolean;
  readonly hangSeconds: number;
}

export interface ExcludedFile {
  readonly path: string;
  readonly code: 'parser-crashed' | 'parser-hung';
}

export interface BuildProgress {
  readonly phase: 'scan' | 'parse' | 'link' | 'write';
  readonly done: number;
  readonly total: number;
}

/** What a build has to say at its end; also what `introspect index --format json` prints as its result. */
export interface BuildSummary {
  readonly image: string;
  readonly fingerprint: string;
  readonly files: number;
  readonly lines: number;
  /** Packages of the project that hold modules. */
  readonly packages: number;
  readonly nodes: number;
  /** Named declarations of the project; null when they were not read. */
  readonly symbols: number | null;
  readonly edges: number;
  /** Groups of modules that import each other in a circle, over every kind of edge. */
  readonly cycles: number;
  readonly parsed: number;
  readonly failed: number;
  /** Files whose facts came from the cache. */
  readonly reused: number;
  /** Files whose imports were resolved now; those of the others were known to lead where they led. */
  readonly resolved: number;
  /** Size of the image. */
  readonly bytes: number;
  readonly milliseconds: number;
  readonly peakMemoryBytes: number;
  readonly failures: readonly { readonly path: string; readonly reason: string }[];
  readonly skipped: Readonly<Record<string, number>>;
  readonly unresolved: Readonly<Record<string, number>>;
  /** What is not as it should be although the build succeeded. */
  readonly warnings: readonly string[];
  /** How often the parser took its process down and the build began again without the file. */
  readonly restarts: number;
}

export type ChildMessage =
  | { readonly type: 'progress'; readonly progress: BuildProgress }
  /** Further files about to be parsed, in the order in which the notes count them. */
  | { readonly type: 'parsing'; readonly paths: readonly string[] }
  | { readonly type: 'done'; readonly summary: Omit<BuildSummary, 'restarts'> }
  | { readonly type: 'refused'; readonly error: ErrorEnvelope };
