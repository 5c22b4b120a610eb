import type { AmbientModules } from '../ambient-modules.ts';
import type { Children } from '../children.ts';
import type { ExportMeanings } from '../exports/export-meanings.ts';
import type { ExternalSymbols } from '../external-symbols.ts';
import type { ImportBindings } from '../import-bindings.ts';
import type { ProjectSymbols } from '../project-symbols.ts';
import type { SiteTargets } from '../site-targets.ts';

/** What types are made out from: symbols and names, numbered and linked. */
export interface TypeContext {
  readonly symbols: ProjectSymbols;
  readonly children: Children;
  readonly sites: SiteTargets;
  readonly externals: ExternalSymbols;
  readonly ambient: AmbientModules;
  readonly exports: ExportMeanings;
  readonly imports: ImportBindings;
  /** Types that other files add to a type, see {@link AmbientModules.additions}. */
  readonly additions: ReadonlyMap<number, readonly number[]>;
}
