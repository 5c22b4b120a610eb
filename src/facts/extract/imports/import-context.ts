import type { EdgeKind } from '../../../base/edge-kinds.ts';
import type { Cursor } from '../../../syntax/cursor.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { SITE_PATTERN } from '../../records.ts';
import type { ImportedNames } from '../erasure/imported-names.ts';
import type { DeferredCode } from './deferred-code.ts';
import type { FoundSite, ImportSites } from './import-sites.ts';
import type { RequireBindings } from './require-bindings.ts';
import type { Specifier } from './specifier-of.ts';

/** What the files beside this one, one for each form of import, work with. */
export interface ImportContext {
  readonly tree: Cursor;
  readonly source: Uint8Array;
  readonly sites: ImportSites;
  readonly deferred: DeferredCode;
  readonly requires: RequireBindings;
  /**
   * The names that imports bind, where TypeScript decides which of them stay; null in JavaScript, and beside markup (Vue, Svelte,
   * Astro), which may use them out of sight: there an import is a value unless it says otherwise.
   */
  readonly names: ImportedNames | null;
  /** True in a declaration file, of which nothing is left at run time. */
  readonly erased: boolean;
  /** Whether there is any `declare module` or namespace. */
  hasModuleBlocks: boolean;
  /** Whether the file has a variable `__dirname` and it is the module's own folder, as far as it was read. */
  bindsOwnFolder: boolean;
}

/** Looks at one node and reports the imports that it is. */
export type ImportVisitor = (context: ImportContext, node: number) => void;

/** Adds a site whose place is that of the specifier. */
export function report(
  { tree, sites, deferred, erased }: ImportContext,
  kind: EdgeKind,
  { text, isPattern, node }: Specifier,
  flags = 0,
): FoundSite {
  const lasting = erased && BECOME_TYPES.has(kind) ? 'type' : kind;
  const site = sites.add(lasting, text, tree.start(node), tree.end(node), flags | (isPattern ? SITE_PATTERN : 0));
  deferred.ask(tree, site, node);
  return site;
}

/** Inside of `declare module 'x' { … }`: all that stands there is about types. */
export function isAmbient({ tree, names, erased }: ImportContext, declaration: number): boolean {
  return names !== null && !erased && tree.kind(tree.parent(declaration)) === KIND.TsModuleBlock;
}

/** Forms that TypeScript erases with the file they stand in. */
const BECOME_TYPES: ReadonlySet<EdgeKind> = new Set<EdgeKind>(['static', 'export-from', 'import-equals']);
