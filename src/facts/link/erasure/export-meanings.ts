import { type FileFacts, MEANS_VALUE } from '../../records.ts';
import { createExportTables } from './export-tables.ts';
import { NO_MODULE, type SiteModules } from './site-modules.ts';

/** Real chains of `export` are a few modules long and real barrels name some hundred; beyond, a name is taken for a value. */
const MOST_STEPS = 20_000;

export interface ExportMeaning {
  /** Bits MEANS_… */
  readonly meaning: number;
  /** The modules whose exports were looked at for it: positions, each once. */
  readonly asked: readonly number[];
}

const NAMESPACE: ExportMeaning = { meaning: MEANS_VALUE, asked: [] };

/**
 * What an exported name means, bits MEANS_…: `export … from` is followed to the declaration, through any number of
 * modules and around circles. What is not known (an external package, a module that failed, JavaScript) is a value, as it is to
 * TypeScript.
 *
 * An answer is searched for anew for every pair of module and name and then kept; nothing half-searched is, so that it
 * does not depend on who asked first.
 * @param files the modules, by their positions
 */
export function createExportMeanings(
  files: readonly FileFacts[],
  moduleOf: SiteModules,
): (module: number, name: string) => ExportMeaning {
  const known = new Map<number, Map<string, ExportMeaning>>();
  const tableOf = createExportTables(files);
  // By module, the last search that looked at it, and the last one that did for the name that it began with: columns in place of
  // sets, because a barrel of barrels is gone through for each of its names.
  const lookedAt = new Uint32Array(files.length);
  const lookedAtFirst = new Uint32Array(files.length);
  let searches = 0;

  const search = (start: number, wanted: string): ExportMeaning => {
    const number = ++searches;
    const asked: number[] = [];
    const renamed = new Map<string, Set<number>>();
    const isSeen = (module: number, name: string): boolean => {
      if (name === wanted) {
        if (lookedAtFirst[module] === number) return true;
        lookedAtFirst[module] = number;
      } else {
        const modules = renamed.get(name) ?? new Set();
        if (modules.has(module)) return true;
        renamed.set(name, modules.add(module));
      }
      if (lookedAt[module] !== number) asked.push(module);
      lookedAt[module] = number;
      return false;
    };
    const pending = [start];
    let name = wanted;
    let steps = 0;
    for (let module = pending.pop(); module !== undefined; module = pending.pop()) {
      if (isSeen(module, name)) continue;
      if (++steps > MOST_STEPS) break;
      const { rows, stars } = tableOf(module);
      // The default import of a module with `export =` is what that exports.
      const row = rows.get(name) ?? (name === 'default' ? rows.get('export=') : undefined);
      if (row !== undefined) {
        if (row.site < 0 || row.meaning !== 0) return { meaning: row.meaning, asked };
        const next = moduleOf(module, row.site);
        if (next === NO_MODULE || row.imported === '*') break;
        // What the name was here is settled: only where it leads on counts.
        pending.length = 0;
        pending.push(next);
        name = row.imported;
      } else if (name !== 'default' && name !== 'export=') {
        for (const { site } of stars) {
          const next = moduleOf(module, site);
          if (next !== NO_MODULE) pending.push(next);
        }
      }
    }
    return { meaning: MEANS_VALUE, asked };
  };

  return (module, name) => {
    if (name === '*') return NAMESPACE;
    const answers = known.get(module) ?? new Map<string, ExportMeaning>();
    known.set(module, answers);
    const found = answers.get(name);
    if (found) return found;
    const answer = search(module, name);
    answers.set(name, answer);
    return answer;
  };
}
