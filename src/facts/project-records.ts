/**
 * What manifests and other files that are no sources say of the project, ready to be encoded: which packages there are, where the world
 * enters them, what they declare to depend on, who owns which files, and which rules the project sets itself.
 */
export interface ProjectRecords {
  /** By folder. Entries and dependencies name a package by its place here. */
  readonly packages: readonly ProjectPackageRecord[];
  /** By package, then kind, key, conditions, target and node. */
  readonly entries: readonly EntryRecord[];
  /** By package, then name and kind. */
  readonly dependencies: readonly DependencyRecord[];
  readonly owners: {
    /** The CODEOWNERS file that counts, from the root; empty when there is none. */
    readonly path: string;
    /** In the order of the file: the last that matches a path decides. */
    readonly rules: readonly OwnerRule[];
  };
  /** The part `check` of introspect.config.json as JSON with sorted keys; empty when there is none. */
  readonly check: string;
}

/** A folder with a manifest. */
export interface ProjectPackageRecord {
  /** The name it has, or its folder when it has none. */
  readonly name: string;
  /** From the root; '' is the root. */
  readonly directory: string;
  /** Path of the manifest. */
  readonly manifest: string;
  /** `private: true`: nobody installs it. */
  readonly isPrivate: boolean;
  /** The name is its own, and not its folder. */
  readonly isNamed: boolean;
  /** The manifest could not be read: nothing is known of what it declares. */
  readonly isBroken: boolean;
  /** A workspace lists it, or it is a workspace's root. */
  readonly isMember: boolean;
  /** It lists workspaces: what it declares its members find in its node_modules too. */
  readonly isHoisting: boolean;
}

/**
 * How the world enters a package. Stored as texts, so that there can be more. `left-out` is no way in: what the configuration of a test runner takes out of its tests.
 */
export type EntryKind = 'exports' | 'main' | 'module' | 'types' | 'browser' | 'bin' | 'script' | 'tool' | 'left-out';

/** One way in. A pattern has a row for each module that it leads to. */
export interface EntryRecord {
  readonly package: number;
  readonly kind: EntryKind;
  /** The subpath of `exports`, the name of a command or script, the setting of a tool; else the field of the manifest. */
  readonly key: string;
  /** Conditions around a target of `exports`, outermost first, with a dot between them: `import.types`. Of a tool, the path of its configuration. */
  readonly condition: string;
  /** As written; of a script the word that names a file. */
  readonly target: string;
  /** The node of the graph; null when there is none, and then {@link missing} says why. */
  readonly node: number | null;
  readonly missing: EntryMissing | '';
  /** 1-based line in the manifest, or in the tool's configuration; 0 when not known. */
  readonly line: number;
}

/**
 * `unbuilt-output`: names a build product whose source was not found. `not-a-module`: no source, and nothing imports it. The others as for imports.
 */
export type EntryMissing = 'unbuilt-output' | 'file-not-found' | 'excluded' | 'outside-root' | 'not-a-module';

export type DependencyKind = 'prod' | 'dev' | 'peer' | 'optional';

/** A line of a manifest's `dependencies` and its relatives. A name that stands in several fields has a record for each. */
export interface DependencyRecord {
  readonly package: number;
  readonly name: string;
  /** As written, without secrets; empty when it is no text. */
  readonly range: string;
  readonly kind: DependencyKind;
  /** 1-based line in the manifest; 0 when not known. */
  readonly line: number;
  /** A script of the package (or of one below it), or another setting in a manifest, names it or a command that it brings. */
  readonly isNamed: boolean;
  /** `peerDependenciesMeta` says that it need not be there. */
  readonly isOptionalPeer: boolean;
}

/** One line of CODEOWNERS. */
export interface OwnerRule {
  readonly pattern: string;
  /** `@user`, `@org/team` or an address; none takes the owners of a wider pattern away. */
  readonly owners: readonly string[];
  readonly line: number;
}

export const NO_PROJECT: ProjectRecords = {
  packages: [],
  entries: [],
  dependencies: [],
  owners: { path: '', rules: [] },
  check: '',
};
