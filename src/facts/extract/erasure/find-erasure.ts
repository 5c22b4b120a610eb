import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import type { SourceLanguage } from '../../../syntax/source-language.ts';
import {
  type ErasureFacts,
  SITE_ERASABLE,
  USE_EXPORTED,
  USE_JSX_FRAGMENT_PRAGMA,
  USE_JSX_PRAGMA,
  USE_VALUE,
} from '../../records.ts';
import { type FoundExport, findExports, type PassedOn } from './find-exports.ts';
import { type ImportedName, type ImportedNames, importedName, leftmostName } from './imported-names.ts';
import { readJsxPragmas } from './jsx-pragmas.ts';
import { findValueUses } from './value-uses.ts';

/** What {@link findErasure} found, with sites that have no number yet. */
export interface FoundErasure {
  readonly jsx: number;
  readonly bindings: readonly ImportedName[];
  readonly exports: readonly FoundExport[];
  readonly passedOn: readonly PassedOn[];
}

/**
 * Which imports of a file TypeScript might erase, by the file alone; their sites are flagged SITE_ERASABLE.
 * @param names of the file's imports
 */
export function findErasure(
  tree: Cursor,
  source: Uint8Array,
  language: SourceLanguage,
  names: ImportedNames,
): FoundErasure {
  const { found: exports, passedOn } = findExports(tree, names, language === 'declaration');
  // Of a declaration file all is erased; only what it exports is of interest, to others.
  if (language === 'declaration') return { exports, passedOn: [], bindings: [], jsx: 0 };
  let jsx = 0;
  if (names.imports.length > 0) {
    jsx = findValueUses(tree, names);
    if (jsx !== 0) jsx |= markPragmas(tree, source, names);
    followAliases(tree, names);
  }
  for (const { site, settled } of names.imports) if (!settled) site.flags |= SITE_ERASABLE;
  for (const { site } of passedOn) site.flags |= SITE_ERASABLE;
  const bindings = names.all.filter(({ from, uses }) => from && !from.settled && (uses !== 0 || jsx !== 0));
  return { exports, passedOn, bindings, jsx };
}

function markPragmas(tree: Cursor, source: Uint8Array, names: ImportedNames): number {
  const { bits, factory, fragment } = readJsxPragmas(source);
  const mark = (local: string, use: number): void => {
    const name = local === '' ? undefined : names.named(tree, local);
    if (name) names.use(name, use);
  };
  mark(factory, USE_JSX_PRAGMA);
  mark(fragment, USE_JSX_FRAGMENT_PRAGMA);
  return bits;
}

/** `import Name = Other.member` uses Other when Name is used. Chains are followed backwards, in the order that they must have. */
function followAliases(tree: Cursor, names: ImportedNames): void {
  for (const { declaration, uses } of [...names.aliases].reverse()) {
    const origin = uses === 0 ? NO_NODE : leftmostName(tree, tree.child(declaration, FIELD.moduleRef));
    const name = origin === NO_NODE ? undefined : names.find(tree, origin);
    if (name) names.use(name, USE_VALUE);
  }
}

/**
 * The facts as they are kept, once sites have their numbers; undefined when there is nothing to keep.
 * @param strings of the file: names are added at its end
 */
export function packErasure(tree: Cursor, found: FoundErasure, strings: string[]): ErasureFacts | undefined {
  const { exports, passedOn, bindings, jsx } = found;
  if (exports.length + passedOn.length + bindings.length === 0) return undefined;
  const numbers = new Map<string, number>();
  const intern = (text: string): number => {
    const number = numbers.get(text) ?? strings.push(text) - 1;
    numbers.set(text, number);
    return number;
  };
  const bindingWords: number[] = [];
  for (const name of bindings) {
    const imported = intern(importedName(tree, name));
    const local = intern(tree.text(name.local, FIELD.value));
    bindingWords.push(name.from?.site.index ?? 0, imported, local, name.uses);
  }
  for (const { site, imported } of passedOn) {
    const name = intern(imported);
    bindingWords.push(site.index, name, name, USE_EXPORTED);
  }
  const exportWords: number[] = [];
  for (const { name, meaning, site, imported } of exports) {
    const leadsOn = site !== null && meaning === 0;
    exportWords.push(intern(name), meaning, site === null ? 0 : site.index + 1, leadsOn ? intern(imported) : 0);
  }
  return { jsx, bindings: Uint32Array.from(bindingWords), exports: Uint32Array.from(exportWords) };
}
