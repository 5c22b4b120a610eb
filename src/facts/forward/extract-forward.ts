import { declarationsOf } from '../link/erasure/declarations-of.ts';
import { MEANING_HANDED_ON, meaningSources } from '../link/erasure/meaning-sources.ts';
import { createRowResolver } from '../link/resolve-rows.ts';
import type { FileFacts, SourceFile } from '../records.ts';
import type { Resolver } from '../resolve/resolver.ts';
import type { Scan } from '../scan/scan-records.ts';

export interface ForwardWalk {
  /** Paths of modules. */
  readonly starts: readonly string[];
  /** How many imports away at most; may be infinite. */
  readonly depth: number;
  /** Gives up when it would have to read more files than this. */
  readonly mostFiles: number;
}

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
      const sourcesOf = meaningSources(facts);
      targets.forEach((target, link) => {
        const isHandedOn = (sourcesOf(sites[link] ?? 0) & MEANING_HANDED_ON) !== 0;
        if (target.kind !== 'module' || (distance > depth && !isHandedOn)) return;
        for (const path of [target.id, declarationsOf(target.id)]) {
          if (sources.has(path) && !known.has(path)) next.add(path);
        }
      });
    }
    wave = [...next];
  }
  return scan.files.map(({ path }) => known.get(path) ?? unreadFacts(path));
}

function unreadFacts(path: string): FileFacts {
  return { path, hash: '', lines: 0, status: 'unread', diagnostics: [], sites: new Uint32Array(), strings: [] };
}
