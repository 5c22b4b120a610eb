import type { Cursor } from '../../../syntax/cursor.ts';
import type { SourceLanguage } from '../../../syntax/source-language.ts';
import { type ErasureFacts, SITE_ERASABLE, USE_EXPORTED, USE_JSX_PRAGMA, USE_VALUE } from '../../records.ts';
import type { FoundSite } from '../imports/import-sites.ts';
import { type FoundExports, findExports } from './find-exports.ts';
import type { ImportedName, ImportedNames } from './imported-names.ts';
import { readJsxPragmas } from './jsx-pragmas.ts';
import { findValueUses } from './value-uses.ts';

/** What {@link findErasure} found, with sites that have no number yet. */
export interface FoundErasure extends FoundExports {
  readonly jsx: number;
  readonly bindings: readonly Pick<ImportedName, 'site' | 'imported' | 'local' | 'uses'>[];
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
  const { exports, passedOn } = findExports(tree, names);
  // Of a declaration file all is erased; only what it exports is of interest, to others.
  if (language === 'declaration') return { exports, passedOn: [], bindings: [], jsx: 0 };
  let jsx = 0;
  if (names.imports.some(({ settled }) => !settled)) {
    jsx = findValueUses(tree, names);
    if (jsx !== 0) jsx |= markPragmas(source, names);
    followAliases(tree, names);
  }
  for (const { site, settled } of names.imports) if (!settled) site.flags |= SITE_ERASABLE;
  for (const { site } of passedOn) site.flags |= SITE_ERASABLE;
  const bindings = names.all.filter(
    ({ from, uses, isWrittenAsType }) => from && !from.settled && !isWrittenAsType && (uses !== 0 || jsx !== 0),
  );
  return { exports, passedOn, bindings, jsx };
}

function markPragmas(source: Uint8Array, names: ImportedNames): number {
  const pragmas = readJsxPragmas(source);
  for (const local of pragmas.names) {
    const name = names.named(local);
    if (name) names.use(name, USE_JSX_PRAGMA);
  }
  return pragmas.bits;
}

/** `import Name = Other.member` uses Other when Name is used. Chains are followed backwards, in the order that they must have. */
function followAliases(tree: Cursor, names: ImportedNames): void {
  for (const alias of [...names.all].reverse()) {
    if (alias.site !== null || alias.uses === 0) continue;
    const origin = names.find(tree, alias.aliasOf);
    if (origin) names.use(origin, USE_VALUE);
  }
}

/**
 * The facts as they are kept, once sites have their numbers; undefined when there is nothing to keep.
 * @param strings of the file: names are added at its end
 */
export function packErasure(found: FoundErasure, strings: string[]): ErasureFacts | undefined {
  const numbers = new Map(strings.map((text, number) => [text, number]));
  const intern = (text: string): number => {
    const number = numbers.get(text) ?? strings.push(text) - 1;
    numbers.set(text, number);
    return number;
  };
  const { exports, passedOn, bindings, jsx } = found;
  const place = (site: FoundSite | null): number => (site === null ? 0 : site.index + 1);
  const bindingWords = [
    ...bindings.flatMap(({ site, imported, local, uses }) => [place(site) - 1, intern(imported), intern(local), uses]),
    ...passedOn.flatMap(({ site, imported }) => [site.index, intern(imported), intern(imported), USE_EXPORTED]),
  ];
  const exportWords = exports.flatMap(({ name, meaning, site, imported }) => [
    intern(name),
    meaning,
    place(site),
    site === null ? 0 : intern(imported),
  ]);
  if (bindingWords.length === 0 && exportWords.length === 0) return undefined;
  return { jsx, bindings: Uint32Array.from(bindingWords), exports: Uint32Array.from(exportWords) };
}
