import { type FileFacts, SITE } from '../../records.ts';
import {
  DECLARATION,
  EXPORT,
  EXPORT_DECLARATION,
  EXPORT_IMPORT,
  EXPORT_SITE,
  HERITAGE,
  IMPORTED,
} from '../../symbol-records.ts';
import { type FaceNumber, faceOfAll, faceOfText } from './face-number.ts';
import { shownDeclarations } from './shown-declarations.ts';
import { termFaces } from './term-faces.ts';

/** What a file shows to others. */
export interface ModuleFace {
  /** Two states of a file with one number mean the same to every other file. */
  readonly number: FaceNumber;
  /** Its declarations that others can come to see: of equal faces, one place in both lists is one declaration. */
  readonly declarations: readonly number[];
}

/**
 * What a file shows to others: the declarations that they can come to see, with their types, its exports, and what its types say, however the rest of it reads and wherever it
 * stands. A file without symbols shows nothing.
 * @param targetOf where an import site leads, as a number that is the same for the same file or package
 */
export function moduleFace({ symbols, strings, sites }: FileFacts, targetOf: (site: number) => number): ModuleFace {
  if (!symbols) return { number: 0, declarations: [] };
  const text = (string: number | undefined): number => faceOfText(strings[string ?? -1] ?? '');
  // What leads nowhere may be named by a `declare module`.
  const site = (at: number): number => faceOfAll([targetOf(at), text(sites[at * SITE.WORDS + SITE.SPECIFIER])]);
  const binding = (row: number): number =>
    faceOfAll([
      site(symbols.imports[row * IMPORTED.WORDS + IMPORTED.SITE] ?? 0),
      text(symbols.imports[row * IMPORTED.WORDS + IMPORTED.NAME]),
    ]);
  const shown = shownDeclarations(symbols);
  const places = new Map(shown.map((declaration, place) => [declaration, place + 1]));
  const declaration = (number: number): number => places.get(number) ?? 0;
  const terms = termFaces(symbols, { declaration, import: binding, site, text });
  const term = (at: number | undefined): number => terms[at ?? 0] ?? 0;

  const parts: number[] = [];
  const { declarations, heritage, exports } = symbols;
  for (const number of shown) {
    const at = number * DECLARATION.WORDS;
    const typed = declarations[at + DECLARATION.TERM] ?? 0;
    parts.push(
      text(declarations[at + DECLARATION.NAME]),
      declarations[at + DECLARATION.KIND] ?? 0,
      declaration((declarations[at + DECLARATION.PARENT] ?? 0) - 1),
      declaration(declarations[at + DECLARATION.SYMBOL] ?? 0),
      declarations[at + DECLARATION.FLAGS] ?? 0,
      typed === 0 ? 0 : term(typed - 1),
    );
  }
  for (let at = 0; at < heritage.length; at += HERITAGE.WORDS) {
    const heir = declaration(heritage[at + HERITAGE.DECLARATION] ?? 0);
    if (heir > 0) parts.push(heir, heritage[at + HERITAGE.HOW] ?? 0, term(heritage[at + HERITAGE.TERM]));
  }
  for (let at = 0; at < exports.length; at += EXPORT.WORDS) {
    const from = exports[at + EXPORT.FROM] ?? 0;
    const a = exports[at + EXPORT.A] ?? 0;
    parts.push(text(exports[at + EXPORT.NAME]), from);
    if (from === EXPORT_DECLARATION) parts.push(declaration(a));
    else if (from === EXPORT_IMPORT) parts.push(binding(a));
    else if (from === EXPORT_SITE) parts.push(site(a), text(exports[at + EXPORT.B]));
    else parts.push(term(a));
  }
  return { number: faceOfAll(parts), declarations: shown };
}
