import type { EdgeKind } from '../../../base/edge-kinds.ts';
import type { Cursor } from '../../../syntax/cursor.ts';
import { SITE_NESTED, SITE_PATTERN } from '../../records.ts';
import type { DeferredCode } from './deferred-code.ts';
import type { ImportSites } from './import-sites.ts';
import type { RequireBindings } from './require-bindings.ts';
import type { Specifier } from './specifier-of.ts';

/** What the files beside this one, one for each form of import, work with. */
export interface ImportContext {
  readonly tree: Cursor;
  readonly sites: ImportSites;
  readonly deferred: DeferredCode;
  readonly requires: RequireBindings;
  /** True in a declaration file, of which nothing is left at run time. */
  readonly erased: boolean;
  /** True in a block beside markup: names that are bound here may be used there, out of sight, so that an import is a value. */
  readonly usedByMarkup: boolean;
}

/** Looks at one node and reports the imports that it is. */
export type ImportVisitor = (context: ImportContext, node: number) => void;

/** Adds a site whose place is that of the specifier. */
export function report(
  { tree, sites, deferred, erased }: ImportContext,
  kind: EdgeKind,
  { text, isPattern, node }: Specifier,
  flags = 0,
): void {
  const nested = deferred.holds(node) ? SITE_NESTED : 0;
  const lasting = erased && BECOME_TYPES.has(kind) ? 'type' : kind;
  sites.add(lasting, text, tree.start(node), tree.end(node), flags | nested | (isPattern ? SITE_PATTERN : 0));
}

/** Forms that TypeScript erases with the file they stand in. */
const BECOME_TYPES: ReadonlySet<EdgeKind> = new Set<EdgeKind>(['static', 'export-from', 'import-equals']);
