import type { ImageReader } from '../../image/reader.ts';

/**
 * Tags of doc comments that say that somebody outside of the project uses a declaration; those of https://knip.dev/reference/jsdoc-tsdoc-tags, and our own.
 * `@internal` says that only the project's own tests do.
 */
const PUBLIC = /(?:^|\s)@(?:public|beta|introspect:public)\b|introspect:public/;
const INTERNAL = /(?:^|\s)@internal\b/;
const ALIAS = /(?:^|\s)@alias\b/;

export function isKeptByTag(image: ImageReader, symbol: number, production: boolean): boolean {
  return someDoc(image, symbol, (doc) => PUBLIC.test(doc) || (production && INTERNAL.test(doc)));
}

/** Whether a declaration is meant to have several names. */
export function isAlias(image: ImageReader, symbol: number): boolean {
  return someDoc(image, symbol, (doc) => ALIAS.test(doc));
}

function someDoc({ symbols, symbolTexts }: ImageReader, symbol: number, holds: (doc: string) => boolean): boolean {
  const [first, end] = symbols.declarationNumbersOf(symbol);
  for (let declaration = first; declaration < end; declaration++) {
    const doc = symbolTexts.docOf(declaration);
    if (doc !== '' && holds(doc)) return true;
  }
  return false;
}
