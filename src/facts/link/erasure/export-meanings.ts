import { EXPORTED, type FileFacts, MEANS_VALUE } from '../../records.ts';

/** Real chains of `export` are a few modules long and real barrels name some hundred; beyond, a name is taken for a value. */
const MOST_STEPS = 20_000;

/** The module to which a site of a file leads; null when it leads to none of the project. */
export type ModuleOf = (file: FileFacts, site: number) => FileFacts | null;

export interface ExportMeaning {
  /** Bits MEANS_… */
  readonly meaning: number;
  /** The files whose exports were looked at for it. */
  readonly asked: readonly FileFacts[];
}

const NAMESPACE: ExportMeaning = { meaning: MEANS_VALUE, asked: [] };

interface Wanted {
  readonly file: FileFacts;
  readonly name: string;
}

/**
 * What an exported name means, bits MEANS_…: `export … from` is followed to the declaration, through any number of
 * modules and around circles. What is not known (an external package, a module that failed, JavaScript) is a value, as it is to
 * TypeScript.
 *
 * An answer is searched for anew for every pair of module and name and then kept; nothing half-searched is, so that it
 * does not depend on who asked first.
 */
export function createExportMeanings(moduleOf: ModuleOf): (file: FileFacts, name: string) => ExportMeaning {
  const known = new Map<FileFacts, Map<string, ExportMeaning>>();
  const tables = new Map<FileFacts, ExportTable>();
  const tableOf = (file: FileFacts): ExportTable => {
    const table = tables.get(file) ?? readTable(file);
    tables.set(file, table);
    return table;
  };

  const search = (file: FileFacts, name: string, seen: Map<FileFacts, Set<string>>): number => {
    const pending: Wanted[] = [{ file, name }];
    let steps = 0;
    for (let wanted = pending.pop(); wanted; wanted = pending.pop()) {
      const names = seen.get(wanted.file) ?? new Set();
      if (names.has(wanted.name)) continue;
      seen.set(wanted.file, names.add(wanted.name));
      if (++steps > MOST_STEPS) return MEANS_VALUE;
      const { rows, stars } = tableOf(wanted.file);
      // The default import of a module with `export =` is what that exports.
      const row = rows.get(wanted.name) ?? (wanted.name === 'default' ? rows.get('export=') : undefined);
      if (row !== undefined) {
        const { meaning, site, imported } = readRow(wanted.file, row);
        if (site < 0 || meaning !== 0) return meaning;
        const next = moduleOf(wanted.file, site);
        if (next === null || imported === '*') return MEANS_VALUE;
        // What the name was here is settled: only where it leads on counts.
        pending.length = 0;
        pending.push({ file: next, name: imported });
      } else if (wanted.name !== 'default' && wanted.name !== 'export=') {
        for (const star of stars) {
          const next = moduleOf(wanted.file, readRow(wanted.file, star).site);
          if (next !== null) pending.push({ file: next, name: wanted.name });
        }
      }
    }
    return MEANS_VALUE;
  };

  return (file, name) => {
    if (name === '*') return NAMESPACE;
    const answers = known.get(file) ?? new Map<string, ExportMeaning>();
    known.set(file, answers);
    const found = answers.get(name);
    if (found) return found;
    const seen = new Map<FileFacts, Set<string>>();
    const answer = { meaning: search(file, name, seen), asked: [...seen.keys()] };
    answers.set(name, answer);
    return answer;
  };
}

/** Numbers of the sites from which a file exports something: what their names mean is decided behind them. */
export function passedOnSites(file: FileFacts): ReadonlySet<number> {
  const sites = new Set<number>();
  const { exports = new Uint32Array() } = file.erasure ?? {};
  for (let row = 0; row < exports.length; row += EXPORTED.WORDS) sites.add(readRow(file, row).site);
  return sites;
}

interface ExportTable {
  /** Words of the rows by exported name. */
  readonly rows: ReadonlyMap<string, number>;
  /** Rows of `export *`, the last first: they are taken from the end. */
  readonly stars: readonly number[];
}

function readTable(file: FileFacts): ExportTable {
  const rows = new Map<string, number>();
  const stars: number[] = [];
  const { exports = new Uint32Array() } = file.erasure ?? {};
  for (let row = 0; row < exports.length; row += EXPORTED.WORDS) {
    const name = file.strings[exports[row + EXPORTED.NAME] ?? -1] ?? '';
    if (name === '*') stars.unshift(row);
    else rows.set(name, row);
  }
  return { rows, stars };
}

/** @returns the site's number, -1 for what is declared in the file itself */
function readRow(file: FileFacts, row: number): { meaning: number; site: number; imported: string } {
  const word = (offset: number): number => file.erasure?.exports[row + offset] ?? 0;
  return {
    meaning: word(EXPORTED.MEANING),
    site: word(EXPORTED.SITE) - 1,
    imported: file.strings[word(EXPORTED.IMPORTED)] ?? '',
  };
}
