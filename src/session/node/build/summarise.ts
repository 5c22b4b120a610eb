import { SYMBOL_KINDS } from '../../../base/symbol-kinds.ts';
import type { PipelineOutcome } from '../../../facts/pipeline.ts';
import { listFailures } from '../list-failures.ts';
import type { BuildSummary } from './messages.ts';

interface SummaryInput
  extends Pick<
    BuildSummary,
    'image' | 'fingerprint' | 'bytes' | 'packages' | 'cycles' | 'reused' | 'warnings' | 'milliseconds'
  > {
  readonly outcome: PipelineOutcome;
}

export function summarise({ outcome, ...known }: SummaryInput): Omit<BuildSummary, 'restarts'> {
  const { graph, diagnostics, symbols } = outcome.records;
  const skipped: Record<string, number> = {};
  for (const { code } of diagnostics.entries) {
    if (code.startsWith('skipped-')) skipped[code] = (skipped[code] ?? 0) + 1;
  }
  return {
    ...known,
    files: diagnostics.files,
    lines: diagnostics.lines,
    nodes: graph.ids.length,
    symbols: symbols ? symbols.kinds.filter((kind) => !NO_DECLARATIONS.has(kind)).length : null,
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

/** Symbols that no declaration of the project stands for. */
const NO_DECLARATIONS: ReadonlySet<number> = new Set([
  SYMBOL_KINDS.indexOf('module'),
  SYMBOL_KINDS.indexOf('external'),
]);
