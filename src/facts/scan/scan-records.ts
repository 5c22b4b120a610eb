import type { Diagnostic, Package, SourceFile } from '../records.ts';
import type { FoundManifest } from './read-manifest.ts';

/** What the configuration says about which files to read. Globs are matched with paths from the root. */
export interface ScanOptions {
  /** Only these files; none means all. */
  readonly include: readonly string[];
  /** Not these files, and nothing below these folders. */
  readonly exclude: readonly string[];
  readonly maxFileBytes: number;
  /** Read dot-directories too (never `.git` and the like). */
  readonly dotDirectories: boolean;
  /** Read `*.min.js` too. */
  readonly minified: boolean;
}

/** A folder that was listed. Its times change when an entry comes or goes. */
export interface SourceDirectory {
  /** From the root; '' is the root. */
  readonly path: string;
  readonly mtimeMs: number;
  /** Also changes with the folder's rights, and nobody can set it back. */
  readonly ctimeMs: number;
}

/** What a walk over the project sees without opening a source. All lists are sorted by path. */
export interface Sweep {
  readonly files: readonly SourceFile[];
  readonly directories: readonly SourceDirectory[];
  /** Files that steer resolution or the scan: see `isConfigPath`. */
  readonly configs: readonly SourceFile[];
  /**
   * Other paths that can change what a sweep sees while all folders, files and configurations stay as they are: the repository's own ignore
   * file (which may be missing), files too large to be sources, links named like configurations, tags of caches.
   */
  readonly witnesses: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A package of the project with what resolution needs of its manifest. Fields of the wrong type count as absent. */
export interface ProjectPackage extends Package {
  /** The manifest's own `name`; null when it has none, and then nobody can import it by name. */
  readonly declaredName: string | null;
  /** As written; null when it has none. */
  readonly version: string | null;
  /** The manifest could not be read; all that follows is absent. */
  readonly broken: boolean;
  /** True when a workspace lists it (or it is a workspace's root): its name then always means this folder. */
  readonly workspaceMember: boolean;
  /**
   * What an installation of the workspace around it links: `declared` (pnpm: to each package what it declares; the same for what has
   * a lock file of its own without being a member), `members` (npm, yarn and bun: all members into the root's node_modules, where
   * everybody sees them), `asked` (yarn with `enableTransparentWorkspaces: false`: only what a `workspace:` range asks for). Null
   * outside of every workspace.
   */
  readonly linking: 'declared' | 'members' | 'asked' | null;
  readonly exports: unknown;
  readonly imports: unknown;
  /** `type: "module"`: what its `.js` and `.ts` files are to Node. */
  readonly isModule: boolean;
  /** By range of TypeScript versions: where declarations lie, as patterns. */
  readonly typesVersions: unknown;
  /** Entry fields of the time before `exports`, as written. */
  readonly source: string | null;
  readonly module: string | null;
  readonly main: string | null;
  readonly types: string | null;
  /** `publishConfig.directory`: the folder that is published as the package's root. */
  readonly publishDirectory: string | null;
  /** Declared range by package name, from all four dependency fields. */
  readonly dependencies: ReadonlyMap<string, string>;
  /** The same as an installation goes by them: a peer's range only where nothing else names the package. */
  readonly installed: ReadonlyMap<string, string>;
  /** Names that its overrides lead to folders of the project, whatever range is asked for. */
  readonly localOverrides: readonly string[];
}

/** A sweep with the manifests read: all that the later stages know of the project besides the facts. */
export interface Scan extends Sweep {
  /** Sorted by folder. */
  readonly packages: readonly ProjectPackage[];
  /** One for each of {@link packages}, in their order. */
  readonly manifests: readonly FoundManifest[];
}
