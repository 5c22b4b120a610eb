import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { failedFacts } from '../../../facts/failed-facts.ts';
import { runPipeline } from '../../../facts/pipeline.ts';
import type { FileFacts, SourceFile } from '../../../facts/records.ts';
import { encodeImage } from '../../../image/encode.ts';
import { writeImage } from '../../../image/write.ts';
import { openSwc } from '../../../syntax/swc.ts';
import { createCopyingChecks } from '../../../wasm/vector-checks.ts';
import { writeFactsCache } from '../facts-cache.ts';
import { imageDirectory } from '../image-directory.ts';
import { kernelModule } from '../kernels.ts';
import { loadInProcess } from '../load-in-process.ts';
import { readBuildState } from '../state/build-state.ts';
import { readLinksCache, writeLinksCache } from '../state/links-cache.ts';
import { writeBuildState } from '../state/write-state.ts';
import { countCycles } from './count-cycles.ts';
import type { BuildProgress, BuildRequest, BuildSummary, ChildMessage } from './messages.ts';
import { parseInPool } from './parse-pool.ts';
import { recallFacts } from './recall-facts.ts';
import { recallRows } from './recall-rows.ts';
import { summarise } from './summarise.ts';

const SLOW_PARSER =
  'this release of @swc/core has no function that returns syntax trees as text: parsing takes far longer';

/**
 * The whole build, inside the child process: what it takes from the cache, what it parses, what it leaves on disk.
 * @param tell settles when the message has left this process
 */
export async function runBuild(
  request: BuildRequest,
  tell: (message: ChildMessage) => Promise<void>,
): Promise<Omit<BuildSummary, 'restarts'>> {
  // Loaded only in workers the binding crashes the process when the last one exits and another loads it.
  const { raw } = openSwc();
  const started = performance.now();
  const startedAt = Date.now();
  const directory = imageDirectory(request.root, request.imageDirectory);
  const progress = (phase: BuildProgress['phase'], done: number, total: number) =>
    void tell({ type: 'progress', progress: { phase, done, total } });
  const before = request.cold ? null : readBuildState(directory.state);
  const linksBefore = before && readLinksCache(directory.links, before.fingerprint);
  let reused = 0;

  const extract = async (files: readonly SourceFile[]): Promise<FileFacts[]> => {
    const known = request.cold ? new Map<string, FileFacts>() : recallFacts(request, files, directory, before);
    const refused = new Map(request.excluded.map(({ path, code }) => [path, failedFacts(path, code)]));
    const unknown = files.filter(({ path }) => !known.has(path) && !refused.has(path));
    reused = known.size;
    // Before the first file can take this process down: without the list the notes mean nothing.
    await tell({ type: 'parsing', paths: unknown.map(({ path }) => path) });
    let done = files.length - unknown.length;
    progress('parse', done, files.length);
    const parsed = await parseInPool(unknown, new Set(request.suspects), {
      root: request.root,
      notes: join(request.scratch, 'in-flight'),
      minified: request.config.minified,
      workers: request.workers,
      onParsed(count) {
        done += count;
        progress('parse', done, files.length);
      },
    });
    return [...known.values(), ...refused.values(), ...parsed];
  };

  const outcome = await runPipeline(request.root, request.config, {
    extract,
    knownRows: (scan, facts) =>
      before && linksBefore ? recallRows(request.root, before, linksBefore, scan, facts) : () => null,
    onPhase: (phase, files) => progress(phase, 0, files),
  });
  const { scan, facts, records } = outcome;
  progress('write', 0, 1);
  const image = encodeImage(records, createCopyingChecks(kernelModule('plain')));
  writeImage(directory.image, image.bytes);
  writeFactsCache(directory.facts, facts, request.config.minified);
  writeLinksCache(directory.links, image.fingerprint, outcome);
  writeBuildState(directory.state, {
    fingerprint: image.fingerprint,
    configHash: request.configHash,
    scanOptions: request.config,
    startedAt,
    root: request.root,
    outcome,
  });
  progress('write', 1, 1);
  return summarise({
    image: directory.image,
    fingerprint: image.fingerprint,
    bytes: image.bytes.byteLength,
    warnings: raw ? [] : [SLOW_PARSER],
    records,
    scan,
    cycles: countCycles(loadInProcess(directory.image)),
    reused,
    resolved: outcome.links.resolved,
    milliseconds: Math.round(performance.now() - started),
  });
}
