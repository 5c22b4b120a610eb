import { type FileFacts, SITE, SITE_PATTERN } from '../records.ts';
import type { Resolver } from '../resolve/resolver.ts';
import { bundlerOf } from '../scan/bundler-configs.ts';
import type { Scan } from '../scan/scan-records.ts';
import { createRowResolver, type KnownRow, type RowResolver } from './resolve-rows.ts';

/**
 * Resolves files while threads still read others, when the main thread has nothing else to do. What it has not come to is resolved
 * afterwards, with the same outcome: rows have no numbers yet, so the order in which files come in leaves no trace.
 */
export interface EarlyRows {
  /** Hears of files that were read, in any order. */
  take(files: readonly FileFacts[]): void;
  /** Those of them that are configurations of bundlers: their aliases hold for all others. */
  readonly configs: readonly FileFacts[];
  /** From now on files are resolved, a few at a time, once all configurations have come in. */
  begin(resolver: Resolver): void;
  /**
   * Ends it.
   * @param modules all that there are
   * @returns the row of a file; null when it has none yet, or one that leads to what turned out to be no module
   */
  among(modules: readonly FileFacts[]): (file: FileFacts) => KnownRow | null;
}

/** As many files a turn: some milliseconds, in which no thread is given new work. */
const FILES_A_TURN = 48;

export function createEarlyRows(scan: Scan): EarlyRows {
  const missing = new Set(scan.files.flatMap(({ path }) => (bundlerOf(path) === null ? [] : path)));
  const configs: FileFacts[] = [];
  const rows = new Map<FileFacts, KnownRow>();
  const waiting: FileFacts[] = [];
  let resolveRow: RowResolver | undefined;
  let turn: NodeJS.Immediate | undefined;

  const work = (): void => {
    turn = undefined;
    for (let left = FILES_A_TURN; left > 0; left--) {
      const file = waiting.pop();
      if (!file || !resolveRow) return;
      // What a pattern matches can only be told when all modules are known.
      if (hasPatterns(file)) continue;
      try {
        rows.set(file, resolveRow(file));
      } catch {
        // Nobody would catch it here. Whoever resolves the file afterwards meets the same error, and the build ends with it.
      }
    }
    scheduleWork();
  };
  const scheduleWork = (): void => {
    if (resolveRow && missing.size === 0 && waiting.length > 0) turn ??= setImmediate(work);
  };
  return {
    configs,
    take(files) {
      for (const file of files) {
        if (missing.delete(file.path)) configs.push(file);
        waiting.push(file);
      }
      scheduleWork();
    },
    begin(resolver) {
      const paths = scan.files.map(({ path }) => path);
      resolveRow = createRowResolver(paths, scan, resolver);
      scheduleWork();
    },
    among(modules) {
      clearImmediate(turn);
      waiting.length = 0;
      // Nearly always every source that the scan found is a module.
      if (modules.length === scan.files.length) return (file) => rows.get(file) ?? null;
      const isModule = new Set(modules.map(({ path }) => path));
      return (file) => {
        const row = rows.get(file);
        return row?.targets.every(({ kind, id }) => kind !== 'module' || isModule.has(id)) ? row : null;
      };
    },
  };
}

function hasPatterns({ sites }: FileFacts): boolean {
  for (let site = 0; site < sites.length; site += SITE.WORDS) {
    if (((sites[site + SITE.FLAGS] ?? 0) & SITE_PATTERN) !== 0) return true;
  }
  return false;
}
