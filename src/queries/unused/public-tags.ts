import type { ImageReader } from '../../image/reader.ts';

/**
 * Tags of doc comments that say that somebody outside of the project uses a declaration; those of https://knip.dev/reference/jsdoc-tsdoc-tags, and our own.
 * `@internal` says that only the project's own tests do.
 */
const PUBLIC = /(?:^|\s)@(?:public|beta|introspect:public)\b|introspect:public/;
const INTERNAL = /(?:^|\s)@internal\b/;
const ALIAS = /(?:^|\s)@alias\b/;

export function isKeptByTag(image: ImageReader, symbol: number, production: boolean): boolean {
  const doc = docOf(image, symbol);
  return PUBLIC.test(doc) || (production && INTERNAL.test(doc));
}

/** Whether a declaration is meant to have several names. */
export function isAlias(image: ImageReader, symbol: number): boolean {
  return ALIAS.test(docOf(image, symbol));
}

function docOf({ symbols, symbolTexts }: ImageReader, symbol: number): string {
  return symbols
    .declarationsOf(symbol)
    .map(({ number }) => symbolTexts.docOf(number))
    .join('\n');
}
