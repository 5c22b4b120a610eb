import { compareCodeUnits } from '../../base/text.ts';
import type { Diagnostic, DiagnosticsRecords, FileFacts, UnresolvedReason } from '../records.ts';
import type { UnresolvedSite } from './link-sites.ts';

/** What the build has to say about itself, in an order that does not depend on who said it first. */
export function collectDiagnostics(
  modules: readonly FileFacts[],
  unresolved: readonly UnresolvedSite[],
  diagnostics: readonly Diagnostic[],
): DiagnosticsRecords {
  const count = (wanted: FileFacts['status']): number => modules.filter(({ status }) => status === wanted).length;
  return {
    files: modules.length,
    parsed: count('parsed'),
    failed: count('failed'),
    lines: modules.reduce((sum, { lines }) => sum + lines, 0),
    unresolved: countByReason(unresolved),
    entries: [...diagnostics].sort(
      (a, b) =>
        compareCodeUnits(a.path, b.path) ||
        compareCodeUnits(a.code, b.code) ||
        a.line - b.line ||
        a.column - b.column ||
        compareCodeUnits(a.message, b.message),
    ),
    unresolvedSites: [...unresolved].sort(
      (a, b) =>
        compareCodeUnits(a.path, b.path) ||
        a.line - b.line ||
        a.column - b.column ||
        compareCodeUnits(a.specifier, b.specifier),
    ),
  };
}

/** Keys sorted, so that the counts are written in one order. */
function countByReason(sites: readonly UnresolvedSite[]): DiagnosticsRecords['unresolved'] {
  const counts = new Map<UnresolvedReason, number>();
  for (const { reason } of sites) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => compareCodeUnits(a, b)));
}
