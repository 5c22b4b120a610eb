import { moduleNodes } from '../module-nodes.ts';
import { UNREAD_CODES } from '../unread-codes.ts';
import { documentReader } from './dependency-names.ts';
import { type Draft, finished } from './draft.ts';
import type { FileFinding } from './finding-schemas.ts';
import { type Doubt, readAsFile, SURE, startedUnseen, weightiest } from './path-doubts.ts';
import { OPEN_DOUBT, openPackages } from './published-packages.ts';
import type { Scope } from './scope.ts';
import { unknownStarts } from './unknown-starts.ts';

/**
 * Modules that no entry leads to. Declaration files are none of them: TypeScript reads those that its configuration includes, imported or not. With
 * `production`, what only development needs (tests, configurations and what they start) is none either.
 */
export function unusedFiles(scope: Scope): Draft<FileFinding>[] {
  const { image, packages, entries, isReached } = scope;
  const { graph } = image;
  const doubts = packageDoubts(scope);
  const found: Draft<FileFinding>[] = [];
  for (const node of moduleNodes(graph)) {
    const id = graph.idOf(node);
    if (isReached[node] === 1 || entries.has(node) || /\.d\.[cm]?ts$/.test(id)) continue;
    const own = packages.of(node);
    const importers = importerCount(scope, node);
    const { confidence, doubt } = weightiest([
      readAsFile(id),
      startedUnseen(id, importers),
      doubts(own?.number ?? null),
    ]);
    const why =
      importers === 0
        ? 'nothing imports it'
        : `${importers === 1 ? 'one module imports it, which is' : `${importers} modules import it, which are`} not reached either`;
    const reason = `${why}, and it is no entry that is known${doubt}`;
    found.push(finished(id, { id, package: graph.packageOf(node), confidence, reason }));
  }
  return found;
}

function importerCount({ image: { graph } }: Scope, node: number): number {
  const { offsets, targets } = graph.reverse;
  const row = targets.subarray(offsets[node] ?? 0, offsets[node + 1] ?? 0);
  return row.filter((importer) => importer !== node).length;
}

/** What about a package makes findings in it less sure: it starts somewhere that nobody knows of, or loads what cannot be followed. */
function packageDoubts(scope: Scope): (number: number | null) => Doubt {
  const { image, packages, entries } = scope;
  const open = openPackages(scope);
  const unknown = unknownStarts(scope);
  const { graph, diagnostics } = image;
  const started = new Set([...entries.keys()].map((node) => packages.of(node)?.number ?? null));
  const dynamic = new Map<number | null, string>();
  const at = (path: string): number | null => packages.of(graph.find(path))?.number ?? null;
  for (const { path, reason, line } of diagnostics.unresolvedSites()) {
    if (reason === 'dynamic-pattern' && !dynamic.has(at(path))) dynamic.set(at(path), `${path}:${line}`);
  }
  const failed = new Set(
    // What could not be read may be no module: an ignore file.
    diagnostics
      .entries()
      .flatMap(({ path, code }) => (UNREAD_CODES.has(code) && graph.find(path) >= 0 ? [at(path)] : [])),
  );
  return (number) => {
    if (!started.has(number)) return { confidence: 'low', doubt: '; but no entry of its package is known' };
    if (failed.has(number)) return { confidence: 'low', doubt: '; but a file of its package could not be parsed' };
    const start = number === null ? undefined : unknown.get(number);
    if (start !== undefined)
      return { confidence: 'low', doubt: `; but ${start} of its package leads to no source that is known` };
    const reader = number === null ? null : documentReader(packages, number);
    if (reader !== null) return { confidence: 'low', doubt: `; but documents that ${reader} reads may import it` };
    const place = dynamic.get(number);
    if (place !== undefined) return { confidence: 'medium', doubt: `; but what ${place} loads cannot be told` };
    return number !== null && open.has(number) ? { confidence: 'medium', doubt: OPEN_DOUBT } : SURE;
  };
}
