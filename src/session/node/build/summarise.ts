import type { PipelineOutcome } from '../../../facts/pipeline.ts';
import { listFailures } from '../list-failures.ts';
import type { BuildSummary } from './messages.ts';

interface SummaryInput
  extends Pick<
    BuildSummary,
    'image' | 'fingerprint' | 'bytes' | 'packages' | 'symbols' | 'cycles' | 'reused' | 'warnings' | 'milliseconds'
  > {
  readonly outcome: PipelineOutcome;
}

export function summarise({ outcome, ...known }: SummaryInput): Omit<BuildSummary, 'restarts'> {
  const { graph, diagnostics } = outcome.records;
  const skipped: Record<string, number> = {};
  for (const { code } of diagnostics.entries) {
    if (code.startsWith('skipped-')) skipped[code] = (skipped[code] ?? 0) + 1;
  }
  return {
    ...known,
    files: diagnostics.files,
    lines: diagnostics.lines,
    nodes: graph.ids.length,
    edges: graph.targets.length,
    parsed: diagnostics.parsed,
    failed: diagnostics.failed,
    resolved: outcome.links.resolved,
    // Kilobytes by the operating system's account: the largest the build process ever was, all threads included.
    peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
    failures: listFailures(diagnostics.entries),
    skipped,
    unresolved: diagnostics.unresolved,
  };
}
