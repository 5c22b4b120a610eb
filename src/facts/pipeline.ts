import { extractForward } from './forward/extract-forward.ts';
import { startModules } from './forward/start-modules.ts';
import { createEarlyRows, type EarlyRows } from './link/early-rows.ts';
import { type LinkedFacts, linkFacts } from './link/link-facts.ts';
import type { KnownRows } from './link/resolve-rows.ts';
import { describeProject } from './project/describe-project.ts';
import type { FileFacts, SourceFile } from './records.ts';
import { createResolver } from './resolve/create-resolver.ts';
import type { Resolver } from './resolve/resolver.ts';
import { bundlerOf } from './scan/bundler-configs.ts';
import type { Scan, ScanOptions } from './scan/scan-records.ts';
import { scanSources, scanWhileTelling } from './scan/scan-sources.ts';

export interface PipelineStages {
  /**
   * Facts of the given files, in any order: from the cache, a pool of parse workers, or (in tests) right here. `onArrival` may hear
   * of some of them before all are there.
   */
  readonly extract: (
    files: readonly SourceFile[],
    onArrival?: (facts: readonly FileFacts[]) => void,
  ) => Promise<FileFacts[]>;
  /** Hears of sources while others are still looked for, in no order: where all will have to be extracted, that can begin. */
  readonly onFound?: ((files: readonly SourceFile[]) => void) | undefined;
  /** Facts that are known of some of the files already, without reading any. */
  readonly recall?: (files: readonly SourceFile[]) => readonly FileFacts[];
  /** What an earlier build resolved, asked once the facts are there. */
  readonly knownRows?: ((scan: Scan, facts: readonly FileFacts[]) => KnownRows) | undefined;
  /** Nothing more will be extracted: what only extraction needs can be freed before facts are linked. */
  readonly onRead?: () => void;
  readonly onPhase?: (phase: 'scan' | 'parse' | 'link', files: number) => void;
  /** False: only what the graph needs is linked. */
  readonly symbols?: boolean | undefined;
  /** The rules of the configuration, as text that goes into the image as it is. */
  readonly check?: string | undefined;
  /** Read only what an answer about this target needs, if that is a small part of the project. */
  readonly forward?: { readonly target: string; readonly depth: number } | null;
}

export interface PipelineOutcome extends LinkedFacts {
  readonly scan: Scan;
  readonly facts: readonly FileFacts[];
  readonly resolver: Resolver;
}

/** From a folder of sources to the records of an image. The same tree gives the same records, whatever the order of extraction. */
export async function runPipeline(
  root: string,
  options: ScanOptions,
  stages: PipelineStages,
): Promise<PipelineOutcome> {
  stages.onPhase?.('scan', 0);
  const scan = stages.onFound ? await scanWhileTelling(root, options, stages.onFound) : scanSources(root, options);

  stages.onPhase?.('parse', scan.files.length);
  const { facts, resolver, early } = (await readForward(root, scan, stages)) ?? (await readAll(root, scan, stages));

  stages.onRead?.();
  stages.onPhase?.('link', facts.length);
  const known = stages.knownRows?.(scan, facts);
  const linked = linkFacts(facts, scan, resolver, { known, early, symbols: stages.symbols });
  const { ids } = linked.records.graph;
  const project = describeProject(root, scan, resolver, ids, { facts, check: stages.check ?? '' });
  return { scan, facts, resolver, ...linked, records: { ...linked.records, project } };
}

interface Read extends Pick<PipelineOutcome, 'facts' | 'resolver'> {
  readonly early?: EarlyRows | undefined;
}

async function readAll(root: string, scan: Scan, { extract, knownRows }: PipelineStages): Promise<Read> {
  // Where rows may be known, which ones hold is told when all facts are there.
  const early = knownRows ? undefined : createEarlyRows(scan);
  const reading = extract(scan.files, early?.take);
  // Should the next lines throw, nobody waits for it.
  reading.catch(() => {});
  let facts: readonly FileFacts[] = [];
  // Reads the configurations while threads parse; aliases are asked for with the first import.
  const resolver = createResolver(root, scan, () => (facts.length > 0 ? facts : (early?.configs ?? [])));
  early?.begin(resolver);
  facts = inScanOrder(await reading, scan.files);
  return { facts, resolver, early };
}

/** Null when there is no question to read for, or its answer would need much of the project. */
async function readForward(
  root: string,
  scan: Scan,
  { extract, recall, forward }: PipelineStages,
): Promise<Read | null> {
  if (!forward || scan.files.length < SMALL_PROJECT) return null;
  // Their aliases have to be known before the first import can be followed.
  const configs = scan.files.filter(({ path }) => bundlerOf(path) !== null);
  const reading = configs.length > 0 ? extract(configs) : [];
  // Should the next line throw, nobody waits for it.
  Promise.resolve(reading).catch(() => {});
  let configFacts: readonly FileFacts[] = [];
  const resolver = createResolver(root, scan, () => configFacts);
  configFacts = await reading;
  const starts = startModules(forward.target, scan, (path) => resolver.ownerOf(path)?.name ?? null);
  if (!starts) return null;
  const walk = { starts, depth: forward.depth, mostFiles: scan.files.length * MOST_OF_PROJECT };
  const found = await extractForward(walk, scan, resolver, extract);
  if (!found) return null;
  // What was read for other questions stays read.
  const others = recall?.(scan.files) ?? [];
  return { facts: inScanOrder([...found, ...others, ...configFacts], scan.files), resolver };
}

/** Below this a project is read as a whole as fast as in part. */
const SMALL_PROJECT = 400;
/** A walk that reaches further than this part of a project is no faster than reading all of it. */
const MOST_OF_PROJECT = 0.2;

/** The one ordering point: everything after it counts files by path. */
function inScanOrder(facts: readonly FileFacts[], files: readonly SourceFile[]): readonly FileFacts[] {
  if (facts.length === files.length && facts.every(({ path }, at) => path === files[at]?.path)) return facts;
  const byPath = new Map(facts.map((file) => [file.path, file]));
  return files.flatMap(({ path }) => byPath.get(path) ?? []);
}
