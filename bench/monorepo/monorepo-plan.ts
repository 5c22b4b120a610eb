import type { EdgeKind } from '../../src/base/edge-kinds.ts';

/** How a package writes an import of its own modules from another folder. */
export const SPECIFIER_STYLES = ['relative', 'extension', 'local-alias', 'subpath-import'] as const;
export type SpecifierStyle = (typeof SPECIFIER_STYLES)[number];

/** How a package's manifest says where it is entered. All but `source-exports` point at output that was never built. */
export const ENTRY_STYLES = ['exports', 'main', 'source-condition', 'source-exports'] as const;
export type EntryStyle = (typeof ENTRY_STYLES)[number];

export interface PlannedPackage {
  readonly name: string;
  /** From the root. */
  readonly directory: string;
  readonly specifiers: SpecifierStyle;
  readonly entry: EntryStyle;
}

export type ModuleRole = 'source' | 'component' | 'barrel' | 'entry' | 'test';

export interface PlannedImport {
  /** Number of the imported module. */
  readonly to: number;
  readonly kind: EdgeKind;
  readonly specifier: string;
}

export interface PlannedModule {
  /** From the root. */
  readonly path: string;
  readonly role: ModuleRole;
  readonly package: number;
  /** Lines to aim at; a module with many imports has more. */
  readonly lines: number;
  readonly imports: PlannedImport[];
}

/** Modules of one feature folder; numbers are consecutive, the barrel's comes last. */
export interface PlannedFeature {
  readonly package: number;
  readonly name: string;
  readonly sources: readonly number[];
  /** Null for a folder without an index file. */
  readonly barrel: number | null;
}

/** What has to be counted for a cycle to be there: imports that run at once, deferred ones too, or types too. */
export const CYCLE_WIDTHS = ['runtime', 'deferred', 'type'] as const;
export type CycleWidth = (typeof CYCLE_WIDTHS)[number];

/** A strongly connected component of the plan. */
export interface PlannedCycle {
  readonly width: CycleWidth;
  /** Ascending numbers. */
  readonly modules: readonly number[];
}

/**
 * A monorepo before it is written. Imports lead from higher to lower module numbers, save one import of each cycle: so there are no
 * other cycles than those listed.
 */
export interface MonorepoPlan {
  readonly packages: readonly PlannedPackage[];
  readonly features: readonly PlannedFeature[];
  readonly modules: readonly PlannedModule[];
  readonly cycles: readonly PlannedCycle[];
}
