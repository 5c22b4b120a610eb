import { EDGE_KINDS } from '../../base/edge-kinds.ts';
import { passedOnSites } from '../link/erasure/export-meanings.ts';
import { createRowResolver } from '../link/resolve-rows.ts';
import { type FileFacts, SITE, type SourceFile } from '../records.ts';
import type { Resolver } from '../resolve/create-resolver.ts';
import type { Scan } from '../scan/scan-records.ts';

export interface ForwardWalk {
  /** Paths of modules. */
  readonly starts: readonly string[];
  /** How many imports away at most; may be infinite. */
  readonly depth: number;
  /** Gives up when it would have to read more files than this. */
  readonly mostFiles: number;
}

const EXPORT_FROM = EDGE_KINDS.indexOf('export-from');

/**
 * Reads no more than an answer about the modules within `depth` imports of some starts needs: these, and the ones behind them
 * that decide what their imports mean (a name can come through any number of re-exports). In waves, one a depth.
 * @param extract facts of files, in any order
 * @returns facts of all files, those that were not needed `unread`; null when the walk would have gone too far
 */
export async function extractForward(
  { starts, depth, mostFiles }: ForwardWalk,
  scan: Scan,
  resolver: Resolver,
  extract: (files: readonly SourceFile[]) => Promise<FileFacts[]>,
): Promise<FileFacts[] | null> {
  const sources = new Map(scan.files.map((file) => [file.path, file]));
  const resolveRow = createRowResolver([...sources.keys()], scan, resolver);
  const known = new Map<string, FileFacts>();
  let wave = [...starts];
  for (let distance = 0; wave.length > 0; distance++) {
    if (known.size + wave.length > mostFiles) return null;
    for (const facts of await extract(wave.flatMap((path) => sources.get(path) ?? []))) known.set(facts.path, facts);
    const next = new Set<string>();
    for (const path of wave) {
      const facts = known.get(path);
      if (!facts) continue;
      const { sites, targets } = resolveRow(facts);
      const passedOn = passedOnSites(facts);
      targets.forEach((target, link) => {
        const site = sites[link] ?? 0;
        const isReExport = facts.sites[site + SITE.KIND] === EXPORT_FROM || passedOn.has(site / SITE.WORDS);
        if (target.kind === 'module' && (distance <= depth || isReExport) && !known.has(target.id)) next.add(target.id);
      });
    }
    wave = [...next];
  }
  return scan.files.map(({ path }) => known.get(path) ?? unreadFacts(path));
}

function unreadFacts(path: string): FileFacts {
  return { path, hash: '', lines: 0, status: 'unread', diagnostics: [], sites: new Uint32Array(), strings: [] };
}
