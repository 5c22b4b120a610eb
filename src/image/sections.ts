/**
 * The sections of an image, in file order. A query declares the ones it reads and only those are loaded.
 * Append only; a later section needs a name here, a table in schema/image.fbs, an encoder and a reader.
 */
export const SECTIONS = ['strings', 'graph', 'diagnostics'] as const;

export type SectionName = (typeof SECTIONS)[number];
