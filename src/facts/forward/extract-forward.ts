import { createKindDecider } from '../link/erasure/create-kind-decider.ts';
import { createRowResolver, resolveRows } from '../link/resolve-rows.ts';
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
 * Reads no more than an answer about the modules within `depth` imports of some starts needs: these, in waves, one a depth, and then
 * the ones behind them that decide of what kind their imports are.
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
  const read = async (paths: readonly string[]): Promise<void> => {
    for (const facts of await extract(paths.flatMap((path) => sources.get(path) ?? []))) known.set(facts.path, facts);
  };

  let wave = [...starts];
  for (let distance = 0; wave.length > 0 && distance <= depth; distance++) {
    if (known.size + wave.length > mostFiles) return null;
    await read(wave);
    const targets = wave.flatMap((path) => known.get(path) ?? []).flatMap((file) => resolveRow(file).targets);
    wave = [...new Set(targets.flatMap(({ kind, id }) => (kind === 'module' && !known.has(id) ? id : [])))];
  }

  const answering = [...known.keys()];
  const withRest = () => scan.files.map(({ path }) => known.get(path) ?? unreadFacts(path));
  for (;;) {
    const files = withRest();
    const decide = createKindDecider(files, resolveRows(files, scan, resolver), resolver.erasureOf);
    const asked = new Set(answering.flatMap((path) => [...decide(known.get(path) ?? unreadFacts(path)).asked]));
    const unread = Array.from(asked, (file) => files[file]?.path ?? '').filter((path) => !known.has(path));
    if (unread.length === 0) return files;
    if (known.size + unread.length > mostFiles) return null;
    await read(unread);
  }
}

function unreadFacts(path: string): FileFacts {
  return { path, hash: '', lines: 0, status: 'unread', diagnostics: [], sites: new Uint32Array(), strings: [] };
}
