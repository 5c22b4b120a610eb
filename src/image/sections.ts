/**
 * The sections of an image, in file order. A query declares the ones it reads and only those are loaded.
 * Append only; a later section needs a name here, a table in schema/image.fbs, an encoder and a reader.
 */
export const SECTIONS = ['strings', 'graph', 'diagnostics', 'symbols', 'symbol-texts', 'excerpts', 'project'] as const;

export type SectionName = (typeof SECTIONS)[number];

/** Sections that an image may lack: it was written before there were any. */
export const LATE_SECTIONS: ReadonlySet<SectionName> = new Set<SectionName>([
  'symbols',
  'symbol-texts',
  'excerpts',
  'project',
]);
