import { extractForward, type ForwardWalk } from './forward/extract-forward.ts';
import { startModules } from './forward/start-modules.ts';
import { linkFacts } from './link/link-facts.ts';
import type { KnownRows, LinkRows } from './link/resolve-rows.ts';
import type { FileFacts, ImageRecords, SourceFile } from './records.ts';
import { createResolver } from './resolve/create-resolver.ts';
import type { Resolver } from './resolve/resolver.ts';
import { bundlerOf } from './scan/bundler-configs.ts';
import type { Scan, ScanOptions } from './scan/scan-records.ts';
import { scanSources } from './scan/scan-sources.ts';

export interface PipelineStages {
  /** Facts of the given files, in any order: from the cache, a pool of parse workers, or (in tests) right here. */
  readonly extract: (files: readonly SourceFile[]) => Promise<FileFacts[]>;
  /** Hears of the files before any is extracted. */
  readonly onScan?: (files: readonly SourceFile[]) => Promise<void> | void;
  /** What an earlier build resolved, asked once the facts are there. */
  readonly knownRows?: (scan: Scan, facts: readonly FileFacts[]) => KnownRows;
  readonly onPhase?: (phase: 'scan' | 'parse' | 'link', files: number) => void;
  /** Read only what an answer about this target needs, if that is a small part of the project. */
  readonly forward?: { readonly target: string; readonly depth: number } | null;
}

export interface PipelineOutcome {
  readonly scan: Scan;
  readonly facts: readonly FileFacts[];
  readonly records: ImageRecords;
  /** Rows of the modules among the facts. */
  readonly links: LinkRows;
  readonly resolver: Resolver;
}

/** From a folder of sources to the records of an image. The same tree gives the same records, whatever the order of extraction. */
export async function runPipeline(
  root: string,
  options: ScanOptions,
  stages: PipelineStages,
): Promise<PipelineOutcome> {
  stages.onPhase?.('scan', 0);
  const scan = scanSources(root, options);
  await stages.onScan?.(scan.files);

  stages.onPhase?.('parse', scan.files.length);
  // Their aliases have to be known before the first import can be followed.
  const configs = scan.files.filter(({ path }) => bundlerOf(path) !== null);
  const configFacts = configs.length > 0 ? await stages.extract(configs) : [];
  const resolver = createResolver(root, scan, configFacts);
  const walk = stages.forward ? planWalk(stages.forward, scan, resolver) : null;
  const extracted =
    (walk && (await extractForward(walk, scan, resolver, stages.extract))) ?? (await stages.extract(scan.files));
  // The one ordering point: everything after it counts files by path.
  const facts = inScanOrder([...extracted, ...configFacts], scan.files);

  stages.onPhase?.('link', facts.length);
  const { records, links } = linkFacts(facts, scan, resolver, stages.knownRows?.(scan, facts));
  return { scan, facts, records, links, resolver };
}

/** Below this a project is read as a whole as fast as in part. */
const SMALL_PROJECT = 400;
/** A walk that reaches further than this part of a project is no faster than reading all of it. */
const MOST_OF_PROJECT = 0.2;

function planWalk(
  { target, depth }: NonNullable<PipelineStages['forward']>,
  scan: Scan,
  resolver: Resolver,
): ForwardWalk | null {
  if (scan.files.length < SMALL_PROJECT) return null;
  const starts = startModules(target, scan, (path) => resolver.ownerOf(path)?.name ?? null);
  return starts && { starts, depth, mostFiles: scan.files.length * MOST_OF_PROJECT };
}

function inScanOrder(facts: readonly FileFacts[], files: readonly SourceFile[]): FileFacts[] {
  const byPath = new Map(facts.map((file) => [file.path, file]));
  return files.flatMap(({ path }) => byPath.get(path) ?? []);
}
