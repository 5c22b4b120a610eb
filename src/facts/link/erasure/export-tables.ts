import { EXPORTED, type FileFacts } from '../../records.ts';

export interface ExportRow {
  /** Bits MEANS_… */
  readonly meaning: number;
  /** The site that it leads on from; -1 for what is declared in the file itself. */
  readonly site: number;
  readonly imported: string;
}

export interface ExportTable {
  /** By exported name. */
  readonly rows: ReadonlyMap<string, ExportRow>;
  /** Those of `export *`, the last first: they are taken from the end. */
  readonly stars: readonly ExportRow[];
}

const EMPTY: ExportTable = { rows: new Map(), stars: [] };

/**
 * What modules export, by their positions; read when it is first asked for.
 * @param files the modules
 */
export function createExportTables(files: readonly FileFacts[]): (module: number) => ExportTable {
  const tables = new Map<number, ExportTable>();
  return (module) => {
    const known = tables.get(module);
    if (known) return known;
    const table = readTable(files[module]);
    tables.set(module, table);
    return table;
  };
}

function readTable(file: FileFacts | undefined): ExportTable {
  if (!file?.erasure) return EMPTY;
  const { strings } = file;
  const { exports } = file.erasure;
  const rows = new Map<string, ExportRow>();
  const stars: ExportRow[] = [];
  for (let at = 0; at < exports.length; at += EXPORTED.WORDS) {
    const name = strings[exports[at + EXPORTED.NAME] ?? -1] ?? '';
    const row: ExportRow = {
      meaning: exports[at + EXPORTED.MEANING] ?? 0,
      site: (exports[at + EXPORTED.SITE] ?? 0) - 1,
      imported: strings[exports[at + EXPORTED.IMPORTED] ?? -1] ?? '',
    };
    if (name === '*') stars.unshift(row);
    else rows.set(name, row);
  }
  return { rows, stars };
}
