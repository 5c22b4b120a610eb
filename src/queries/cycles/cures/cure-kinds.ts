import { EDGE_KINDS, type EdgeKind } from '../../../base/edge-kinds.ts';
import type { Location } from '../../../base/location.ts';
import type { CycleClass } from '../import-classes.ts';
import type { ModuleImports } from './imported-names.ts';

/** Ways to take an import out of a cycle; docs/cycles.md says what each costs and when it is offered. */
export const CURES = [
  'drop-import',
  'import-type',
  'import-declaring-module',
  'move-symbols',
  'make-dynamic',
  'break-by-hand',
] as const;

export type Cure = (typeof CURES)[number];

/** What one place that imports could become. */
export interface SiteCure {
  readonly how: Cure;
  readonly cost: number;
  /** Of `import-declaring-module`: nodes of the graph that are imported instead. */
  readonly instead: readonly number[];
  /** Of `move-symbols`: what moves. */
  readonly symbols: readonly number[];
  readonly location: Location;
  readonly specifier: string;
}

/** One place, and what is known around it. */
export interface SiteAround {
  readonly from: number;
  readonly to: number;
  readonly kind: EdgeKind;
  readonly location: Location;
  readonly specifier: string;
  readonly class: CycleClass;
  /** Null where no symbols are known. */
  readonly imports: ModuleImports | null;
  /** Whether a node of the graph is in the component. */
  isMember(node: number): boolean;
}

/** The kind of a site by its number. */
export const kindOfSite = (kind: number): EdgeKind => EDGE_KINDS[kind] as EdgeKind;
