import { EXTRACTOR_VERSION } from '../../../facts/extractor-version.ts';
import { KEPT_COLUMNS, type KeptColumn, type KeptLinks } from '../../../facts/link/symbols/kept-links.ts';
import { LINKER_VERSION } from '../../../facts/linker-version.ts';
import { readColumnFile, writeColumnFile } from './column-file.ts';

interface SymbolLinksHeader extends Omit<KeptLinks, 'columns'> {
  readonly format: 1;
  /** The facts that it was found from, and what found it. */
  readonly versions: string;
}

const VERSIONS = `${EXTRACTOR_VERSION} ${LINKER_VERSION}`;

/** @throws ConduitError CONDUIT_NOT_WRITABLE, CONDUIT_NO_SPACE */
export function writeSymbolLinks(path: string, { columns, ...kept }: KeptLinks): void {
  writeColumnFile<SymbolLinksHeader>(path, { format: 1, versions: VERSIONS, ...kept }, columns);
}

/** What the last build that linked symbols found; null when there is none, or it is damaged or of another version. What of it holds is said by what it was found from. */
export function readSymbolLinks(path: string): KeptLinks | null {
  const content = readColumnFile<SymbolLinksHeader>(path);
  if (content?.header?.format !== 1 || content.header.versions !== VERSIONS) return null;
  const { nodes, hashes, names, evaluations } = content.header;
  const columns: Partial<Record<KeptColumn, Uint32Array>> = {};
  for (const name of KEPT_COLUMNS) {
    const column = content.columns.get(name);
    if (!(column instanceof Uint32Array)) return null;
    columns[name] = column;
  }
  return { nodes, hashes, names, evaluations, columns: columns as Record<KeptColumn, Uint32Array> };
}
