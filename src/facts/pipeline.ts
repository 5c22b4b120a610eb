import { linkFacts } from './link/link-facts.ts';
import type { KnownRows, LinkRows } from './link/resolve-rows.ts';
import type { FileFacts, ImageRecords, SourceFile } from './records.ts';
import { createResolver, type Resolver } from './resolve/create-resolver.ts';
import type { Scan, ScanOptions } from './scan/scan-sources.ts';
import { scanSources } from './scan/scan-sources.ts';

export interface PipelineStages {
  /** Facts of the given files, in any order: from the cache, a pool of parse workers, or (in tests) right here. */
  readonly extract: (files: readonly SourceFile[]) => Promise<FileFacts[]>;
  /** What an earlier build resolved, asked once the facts are there. */
  readonly knownRows?: (scan: Scan, facts: readonly FileFacts[]) => KnownRows;
  readonly onPhase?: (phase: 'scan' | 'parse' | 'link', files: number) => void;
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

  stages.onPhase?.('parse', scan.files.length);
  const extracted = await stages.extract(scan.files);
  // The one ordering point: everything after it counts files by path.
  const facts = inScanOrder(extracted, scan.files);

  stages.onPhase?.('link', facts.length);
  const resolver = createResolver(root, scan, facts);
  const { records, links } = linkFacts(facts, scan, resolver, stages.knownRows?.(scan, facts));
  return { scan, facts, records, links, resolver };
}

function inScanOrder(facts: readonly FileFacts[], files: readonly SourceFile[]): FileFacts[] {
  const byPath = new Map(facts.map((file) => [file.path, file]));
  return files.flatMap(({ path }) => byPath.get(path) ?? []);
}
