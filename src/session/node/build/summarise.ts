import type { ImageRecords } from '../../../facts/records.ts';
import type { Scan } from '../../../facts/scan/scan-sources.ts';
import { listFailures } from '../list-failures.ts';
import type { BuildSummary } from './messages.ts';

interface SummaryInput
  extends Pick<
    BuildSummary,
    'image' | 'fingerprint' | 'bytes' | 'cycles' | 'reused' | 'resolved' | 'warnings' | 'milliseconds'
  > {
  readonly records: ImageRecords;
  readonly scan: Scan;
}

export function summarise({ records, scan, ...known }: SummaryInput): Omit<BuildSummary, 'restarts'> {
  const { graph, diagnostics } = records;
  const skipped: Record<string, number> = {};
  for (const { code } of diagnostics.entries) {
    if (code.startsWith('skipped-')) skipped[code] = (skipped[code] ?? 0) + 1;
  }
  return {
    ...known,
    files: diagnostics.files,
    lines: diagnostics.lines,
    packages: scan.packages.length,
    nodes: graph.ids.length,
    edges: graph.targets.length,
    parsed: diagnostics.parsed,
    failed: diagnostics.failed,
    // Kilobytes by the operating system's account: the largest the build process ever was, all threads included.
    peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
    failures: listFailures(diagnostics.entries),
    skipped,
    unresolved: diagnostics.unresolved,
  };
}
