import type { Cursor } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND, type Kind } from '../../../syntax/generated/kinds.ts';
import { type NodeSelection, selectionOf } from '../../../syntax/node-selection.ts';
import type { SourceLanguage } from '../../../syntax/source-language.ts';
import { type FoundErasure, findErasure } from '../erasure/find-erasure.ts';
import { ImportedNames } from '../erasure/imported-names.ts';
import { visitNew } from './asset.ts';
import { findAugmentations } from './augmentation.ts';
import { CALLED_NAMES, visitCall, visitCalled } from './calls.ts';
import { DeferredCode } from './deferred-code.ts';
import { visitExportFrom } from './export-from.ts';
import type { ImportContext, ImportVisitor } from './import-context.ts';
import { visitImportEquals } from './import-equals.ts';
import type { ImportSites } from './import-sites.ts';
import { findJsdocImports } from './jsdoc.ts';
import { visitOwnFolder } from './own-path.ts';
import { isImportMeta, RequireBindings } from './require-bindings.ts';
import { visitImportDeclaration } from './static.ts';
import { findTripleSlash } from './triple-slash.ts';
import { visitImportType } from './type.ts';

const VISITORS: readonly (readonly [Kind, ImportVisitor])[] = [
  [KIND.ImportDeclaration, visitImportDeclaration],
  [KIND.ExportNamedDeclaration, visitExportFrom],
  [KIND.ExportAllDeclaration, visitExportFrom],
  [KIND.TsImportType, visitImportType],
  [KIND.TsImportEqualsDeclaration, visitImportEquals],
  [KIND.TsModuleDeclaration, noteModuleBlock],
  [KIND.CallExpression, visitCall],
  [KIND.NewExpression, visitNew],
  [KIND.Import, visitCalled],
  [KIND.MetaProperty, visitMeta],
  [KIND.Identifier, visitName],
];

/** Visitors by kind: most nodes have none, and are not even selected. */
const visitorOf: (ImportVisitor | undefined)[] = new Array(Object.keys(KIND).length).fill(undefined);
for (const [kind, visitor] of VISITORS) visitorOf[kind] = visitor;

const STATEMENTS: readonly Kind[] = [
  KIND.ImportDeclaration,
  KIND.ExportNamedDeclaration,
  KIND.ExportAllDeclaration,
  KIND.TsImportType,
  KIND.TsImportEqualsDeclaration,
  KIND.TsModuleDeclaration,
];
const OWN_FOLDER = '__dirname';

/** All that can be an import in a file that makes no require of its own. */
const BY_NAME = selectionOf({
  taken: [...STATEMENTS, KIND.Import, KIND.MetaProperty],
  takenWhenNamed: [...CALLED_NAMES, OWN_FOLDER],
});
/** In one that does, any call may be one. */
const BY_CALL = selectionOf({
  taken: [...STATEMENTS, KIND.CallExpression, KIND.NewExpression],
  takenWhenNamed: [OWN_FOLDER],
});

/** A stretch of code that is parsed by itself. */
export interface CodeBlock {
  /** UTF-8. */
  readonly source: Uint8Array;
  /** Where it begins in its file, in bytes. */
  readonly offset: number;
  readonly language: SourceLanguage;
  /** True when it stands beside markup (Vue, Svelte, Astro) that may use what it imports. */
  readonly besideMarkup: boolean;
}

/** Adds the sites of a block to those of its file; returns what TypeScript may erase of them, null where it erases nothing. */
export type ImportFinder = (tree: Cursor, block: CodeBlock, sites: ImportSites) => FoundErasure | null;

/** Finds all forms of import of one block of code after the other: one pass over the tree, and the comments where they count. */
export function createImportFinder(): ImportFinder {
  const deferred = new DeferredCode();
  const requires = new RequireBindings();
  const importedNames = new ImportedNames();
  return (tree, { source, offset, language, besideMarkup }, sites) => {
    const names = language === 'javascript' || besideMarkup ? null : importedNames;
    const erased = language === 'declaration';
    const context: ImportContext = {
      ...{ tree, source, sites, deferred, requires, names, erased },
      hasModuleBlocks: false,
      bindsOwnFolder: false,
    };
    sites.beginBlock(offset);
    requires.clear();
    names?.clear();
    walk(context, BY_NAME);
    // Whoever has node:module may have made a require of its own, and may have called it before the place where it is made.
    if ((sites.names('node:module') || sites.names('module')) && requires.load(tree)) {
      sites.clear();
      names?.clear();
      walk(context, BY_CALL);
    }
    if (names && context.hasModuleBlocks) findAugmentations(context);
    deferred.settle(tree);
    findTripleSlash(source, sites);
    if (language === 'javascript') findJsdocImports(source, tree, sites);
    return names && findErasure(tree, source, language, names);
  };
}

/** Hardly any file has one: only then its statements are looked through for those that add to another module. */
function noteModuleBlock(context: ImportContext): void {
  context.hasModuleBlocks = true;
}

function visitName(context: ImportContext, name: number): void {
  if (context.tree.textIs(name, FIELD.value, OWN_FOLDER)) visitOwnFolder(context, name);
  else visitCalled(context, name);
}

function visitMeta(context: ImportContext, meta: number): void {
  const access = context.tree.parent(meta);
  if (isImportMeta(context.tree, access, 'dirname')) visitOwnFolder(context, access);
  else visitCalled(context, meta);
}

function walk(context: ImportContext, selection: NodeSelection): void {
  const { tree, deferred } = context;
  deferred.reset();
  for (const node of tree.select(selection)) visitorOf[tree.kind(node)]?.(context, node);
}
