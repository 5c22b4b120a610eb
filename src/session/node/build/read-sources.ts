import { join } from 'node:path';
import type { FileFacts, SourceFile } from '../../../facts/records.ts';
import type { BuildState } from '../state/build-state.ts';
import { culpritFacts } from './culprit-facts.ts';
import type { BuildRequest } from './messages.ts';
import { openParsePool, type ParsePool } from './parse-pool.ts';
import { openRecall } from './recall-facts.ts';

/** Gets the facts of sources: from the cache, or by parsing them. */
export interface SourceReader {
  /** Says which sources there are, before any is read: the notes of what is being parsed count in this order. */
  number(files: readonly SourceFile[]): void;
  /** Facts of some of them, in any order. Can be asked several times; a file is read once. */
  read(files: readonly SourceFile[]): Promise<FileFacts[]>;
  /** How many of those that were read came from the cache. */
  readonly reused: number;
  /** Ends the threads; nothing can be read after it. */
  close(): Promise<void>;
}

/**
 * @param cacheFile the facts cache
 * @param before what an earlier build left; null when it left nothing, or nothing of it is to be used
 * @param onRead hears of every so many files that were read
 */
export function openSourceReader(
  request: BuildRequest,
  cacheFile: string,
  before: BuildState | null,
  onRead: (done: number) => void,
): SourceReader {
  const { root, config, excluded } = request;
  const known = new Map(excluded.map((file) => [file.path, culpritFacts(root, file, config.hangSeconds)]));
  const suspects = new Set(request.suspects);
  let numbers = new Map<string, number>();
  let done = 0;
  let reused = 0;
  const tellRead = (count: number) => {
    done += count;
    onRead(done);
  };
  const openPool = (eager: boolean) =>
    openParsePool({
      root,
      notes: join(request.scratch, 'in-flight'),
      minified: config.minified,
      workers: request.workers,
      eager,
      onParsed: tellRead,
    });
  const recall = request.cold ? () => undefined : openRecall(request, cacheFile, before);
  // Everything will have to be parsed: the threads start while the sources are listed.
  let pool: ParsePool | undefined = before === null && !request.forward ? openPool(true) : undefined;

  return {
    get reused() {
      return reused;
    },
    number(files) {
      numbers = new Map(files.map(({ path }, number) => [path, number]));
    },
    async read(files) {
      const unread = files.filter(({ path }) => !known.has(path));
      for (const file of unread) {
        const facts = recall(file);
        if (!facts) continue;
        known.set(file.path, facts);
        reused++;
      }
      const unknown = unread.flatMap(({ path, size }) =>
        known.has(path) ? [] : { path, size, number: numbers.get(path) ?? 0 },
      );
      tellRead(unread.length - unknown.length);
      if (unknown.length > 0) {
        pool ??= openPool(false);
        for (const facts of await pool.parse(unknown, suspects)) known.set(facts.path, facts);
      }
      return files.flatMap(({ path }) => known.get(path) ?? []);
    },
    close: async () => pool?.close(),
  };
}
