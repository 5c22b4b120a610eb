import { performance } from 'node:perf_hooks';
import type { PackedFacts } from '../../../facts/packed-facts.ts';
import { type PipelineOutcome, runPipeline } from '../../../facts/pipeline.ts';
import { encodeGraphSections, joinSections } from '../../../image/encode.ts';
import { writeImage } from '../../../image/write.ts';
import { openSwc } from '../../../syntax/swc.ts';
import { createCopyingChecks } from '../../../wasm/vector-checks.ts';
import { countPackages } from '../count-packages.ts';
import { writeFactsCache } from '../facts-cache.ts';
import { type ImageDirectory, imageDirectory } from '../image-directory.ts';
import { kernelModule } from '../kernels.ts';
import { loadInProcess } from '../load-in-process.ts';
import { readBuildState } from '../state/build-state.ts';
import { prepareLinksCache, readLinksCache } from '../state/links-cache.ts';
import { modulesOfFiles } from '../state/modules-of-files.ts';
import { prepareBuildState } from '../state/write-state.ts';
import { countCycles } from './count-cycles.ts';
import type { LinkedSymbols } from './link-to-sections.ts';
import type { BuildProgress, BuildRequest, BuildSummary, ChildMessage } from './messages.ts';
import { openSourceReader } from './read-sources.ts';
import { recallRows } from './recall-rows.ts';
import { summarise } from './summarise.ts';
import { openSymbolThread } from './symbol-thread.ts';

const SLOW_PARSER =
  'this release of @swc/core has no function that returns syntax trees as text: parsing takes far longer';

/** A message costs both processes more than what is told in it is worth to anybody. */
const TELLING_MS = 50;

/**
 * The whole build, inside the child process: what it takes from the cache, what it parses, what it leaves on disk.
 * @param tell settles when the message has left this process
 */
export async function runBuild(
  request: BuildRequest,
  tell: (message: ChildMessage) => Promise<void>,
): Promise<Omit<BuildSummary, 'restarts'>> {
  const started = performance.now();
  const startedAt = Date.now();
  const directory = imageDirectory(request.root, request.imageDirectory);
  let phase: BuildProgress['phase'] = 'scan';
  let total = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  const progress = (done: number): void => {
    const now = performance.now();
    if (done !== 0 && done !== total && now - toldAt < TELLING_MS) return;
    toldAt = now;
    void tell({ type: 'progress', progress: { phase, done, total } });
  };
  const before = request.cold ? null : readBuildState(directory.state);
  const linksBefore = before && readLinksCache(directory.links, before.fingerprint);
  const symbolThread = request.symbols ? openSymbolThread({ file: directory.symbolLinks, cold: request.cold }) : null;
  const reader = openSourceReader(request, directory.facts, before, tell, progress, symbolThread?.expect);
  let packed: readonly PackedFacts[] | undefined;
  let linking: Promise<LinkedSymbols> | undefined;
  try {
    // Loaded only in workers the binding crashes the process when the last one exits and another loads it. The first ones start meanwhile, and cannot
    // end before this thread is free.
    const { raw } = openSwc();
    const outcome = await runPipeline(request.root, request.config, {
      forward: request.forward,
      symbols: symbolThread !== null && {
        begin(modules) {
          packed = reader.packed();
          symbolThread.begin(
            packed,
            modules.map(({ path }) => path),
          );
        },
        link(input) {
          linking = symbolThread.link(input);
        },
      },
      check: request.check,
      onFound: reader.begin ?? undefined,
      extract: reader.read,
      recall: (files) => reader.recall(files),
      // Whoever ends the build hears of what goes wrong.
      onRead: () => void reader.close().catch(() => {}),
      knownRows:
        before && linksBefore ? (scan, facts) => recallRows(request.root, before, linksBefore, scan, facts) : undefined,
      onPhase(next, files) {
        phase = next;
        total = files;
        progress(0);
      },
    });
    phase = 'write';
    total = 1;
    progress(0);
    const image = await writeOutcome(directory, request, startedAt, outcome, packed ?? reader.packed(), linking);
    progress(1);
    const written = loadInProcess(directory.image, ['strings', 'graph']);
    return summarise({
      ...image,
      image: directory.image,
      warnings: raw ? [] : [SLOW_PARSER],
      outcome,
      packages: countPackages(written.image.graph),
      cycles: countCycles(written),
      reused: reader.reused,
      milliseconds: Math.round(performance.now() - started),
    });
  } finally {
    await Promise.all([reader.close(), symbolThread?.close()]);
  }
}

/** The image before whatever would count for nothing beside another one. Facts are of files, whatever image there is. */
async function writeOutcome(
  directory: ImageDirectory,
  { root, config, configHash, symbols }: BuildRequest,
  startedAt: number,
  outcome: PipelineOutcome,
  packed: readonly PackedFacts[],
  linking: Promise<LinkedSymbols> | undefined,
): Promise<Pick<BuildSummary, 'fingerprint' | 'bytes' | 'symbols'>> {
  const graph = encodeGraphSections(outcome.records);
  writeFactsCache(directory.facts, packed, config.minified, symbols);
  const files = modulesOfFiles(outcome);
  const writeLinks = prepareLinksCache(outcome.links, files);
  const writeState = prepareBuildState({ configHash, scanOptions: config, startedAt, root, outcome, files });
  // Who reads forward has none, whatever was asked for.
  const linked = await linking;
  const checks = createCopyingChecks(kernelModule('plain'));
  const { bytes, fingerprint } = joinSections(graph, linked?.sections ?? {}, checks);
  writeImage(directory.image, bytes);
  writeLinks(directory.links, fingerprint);
  writeState(directory.state, { fingerprint, symbols: linked !== undefined });
  return { fingerprint, bytes: bytes.byteLength, symbols: linked?.count ?? null };
}
