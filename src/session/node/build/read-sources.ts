import { join } from 'node:path';
import type { PackedFacts } from '../../../facts/packed-facts.ts';
import type { FileFacts, SourceFile } from '../../../facts/records.ts';
import type { BuildState } from '../state/build-state.ts';
import { culpritFacts } from './culprit-facts.ts';
import type { BuildRequest, ChildMessage } from './messages.ts';
import { openParsePool, type ParsePool } from './parse-pool.ts';
import { NO_RECALL, openRecall } from './recall-facts.ts';

/** Gets the facts of sources: from the cache, or by parsing them. */
export interface SourceReader {
  /**
   * Hears of sources while others are still looked for, and begins to read them; where most will come from the cache, it only starts
   * a thread with the first one that will not, which takes as long as a third of the search. Null where the order of parsing matters.
   */
  readonly begin: ((files: readonly SourceFile[]) => void) | null;
  /**
   * Facts of some of them, in any order. Can be asked several times; a file is read once.
   * @param onArrival hears of files that were parsed, also before the call, while others are still to come
   */
  read(files: readonly SourceFile[], onArrival?: (facts: readonly FileFacts[]) => void): Promise<FileFacts[]>;
  /** What is known of some files without opening any. */
  recall(files: readonly SourceFile[]): FileFacts[];
  /** All that was read, for the cache. */
  packed(): PackedFacts[];
  /** How many of those that were read came from the cache. */
  readonly reused: number;
  /** Ends the threads; nothing can be read after it. Can be called again. */
  close(): Promise<void>;
}

/**
 * @param cacheFile the facts cache
 * @param before what an earlier build left; null when it left nothing, or nothing of it is to be used
 * @param tell settles when the message has left this process
 * @param onRead hears of every so many files that were read
 * @param onPacked hears of facts as they lie in the cache or come from a thread: nearly all will be used
 */
export function openSourceReader(
  request: BuildRequest,
  cacheFile: string,
  before: BuildState | null,
  tell: (message: ChildMessage) => Promise<void>,
  onRead: (done: number) => void,
  onPacked: (batches: readonly PackedFacts[]) => void = () => {},
): SourceReader {
  const { root, config, excluded } = request;
  const known = new Map(excluded.map((file) => [file.path, culpritFacts(root, file, config.hangSeconds)]));
  const suspects = new Set(request.suspects);
  const numbers = new Map<string, number>();
  const begun: Promise<void>[] = [];
  const batches: PackedFacts[] = [];
  const recalled: FileFacts[] = [...known.values()];
  let listener: ((facts: readonly FileFacts[]) => void) | undefined;
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
      symbols: request.symbols,
      workers: request.workers,
      eager,
      onParsed(facts, packed) {
        batches.push(packed);
        onPacked([packed]);
        for (const file of facts) known.set(file.path, file);
        listener?.(facts);
        tellRead(facts.length);
      },
    });
  const recall = request.cold ? NO_RECALL : openRecall(request, cacheFile, before);
  onPacked(recall.cached);
  // Something will have to be parsed, perhaps everything: threads start while the sources are listed.
  const isWhole = before === null && !request.forward && suspects.size === 0;
  let closing: Promise<void> | undefined;
  // All of them, also for a walk along imports: listing leaves all processors but one to them, and a wave that waits for a thread to start waits for long.
  let pool: ParsePool | undefined = before === null ? openPool(suspects.size === 0) : undefined;

  const parse = async (files: readonly SourceFile[]): Promise<void> => {
    const unknown = files.flatMap(({ path, size }) => {
      if (known.has(path) || numbers.has(path)) return [];
      numbers.set(path, numbers.size);
      return { path, size, number: numbers.size - 1 };
    });
    if (unknown.length === 0) return;
    // Before the first file can take this process down: without the list the notes mean nothing.
    await tell({ type: 'parsing', paths: unknown.map(({ path }) => path) });
    pool ??= openPool(false);
    await pool.parse(unknown, suspects);
  };

  const remember = (files: readonly SourceFile[], isGlance: boolean): void => {
    for (const file of files) {
      const facts = known.has(file.path) ? undefined : recall.factsOf(file, isGlance);
      if (!facts) continue;
      known.set(file.path, facts);
      recalled.push(facts);
      reused++;
    }
  };

  const beginToParse = (files: readonly SourceFile[]): void => {
    const beginning = parse(files);
    // Whoever reads hears of it.
    beginning.catch(() => {});
    begun.push(beginning);
  };

  const startThread = (files: readonly SourceFile[]): void => {
    if (!pool && files.some(recall.isTouched)) pool = openPool(false);
  };

  return {
    recall(files) {
      remember(files, true);
      return files.flatMap(({ path }) => known.get(path) ?? []);
    },
    get reused() {
      return reused;
    },
    packed: () => [...batches, ...recall.batchesOf(recalled)],
    begin: isWhole ? beginToParse : before ? startThread : null,
    async read(files, onArrival) {
      listener = onArrival;
      onArrival?.([...known.values()]);
      await Promise.all(begun);
      const unread = files.filter(({ path }) => !known.has(path));
      remember(unread, false);
      tellRead(unread.filter(({ path }) => known.has(path)).length);
      await parse(unread);
      return files.flatMap(({ path }) => known.get(path) ?? []);
    },
    close: () => (closing ??= pool?.close() ?? Promise.resolve()),
  };
}
