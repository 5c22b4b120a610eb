import type { NodeKind } from '../../base/node-kinds.ts';
import type { Resolution, UnresolvedReason } from '../records.ts';
import { sourceExtension } from '../scan/source-paths.ts';
import type { LockedNames } from './locked-names.ts';
import type { ModuleIndex } from './module-index.ts';
import { type OutputMapping, sourceStems } from './output-to-source.ts';
import type { FileProbe } from './probe-files.ts';
import type { ProjectPackages } from './project-packages.ts';

/** What every step of resolution may ask. */
export interface ResolveContext {
  /** The sources, those that were passed over included: what stands before another must not give way because it was not read. */
  readonly index: ModuleIndex;
  /** Folders that the scan entered. */
  readonly folders: ReadonlySet<string>;
  /** Sources that the scan saw and left out. */
  readonly passedOver: ReadonlySet<string>;
  /** Types are asked for: a declaration goes before the code that it lies beside. */
  readonly declarationsFirst: boolean;
  readonly packages: ProjectPackages;
  readonly locked: LockedNames;
  readonly probe: FileProbe;
  /** What the tsconfigs in a package's folder say about its output. */
  readonly outputsOf: (packageDirectory: string) => readonly OutputMapping[];
  /** Answers that are modules, one object each: a module is imported many times. */
  readonly modules: Map<string, Outcome>;
}

/** Where a specifier leads, or why nowhere; its node id in the second case is made where the specifier is known. */
export type Outcome = Exclude<Resolution, { kind: 'unresolved' }> | { readonly reason: UnresolvedReason };

/** A scanned source as the answer. */
export function moduleOutcome(context: ResolveContext, path: string): Outcome {
  const known = context.modules.get(path);
  if (known) return known;
  const outcome: Outcome = context.passedOver.has(path) ? { reason: 'excluded' } : fileOutcome(context, 'module', path);
  context.modules.set(path, outcome);
  return outcome;
}

/** A published package as the answer. */
export function externalOutcome(name: string): Outcome {
  return { kind: 'external', id: `npm:${name}`, package: name };
}

/** The source that a build product is made from; null when there is none among the scanned files. */
export function findSourceOf(context: ResolveContext, output: string): string | null {
  for (const stem of sourcesOf(context, output)) {
    const path = context.index.findStem(stem);
    if (path) return path;
  }
  return null;
}

/** Places for {@link findSourceOf}, for products that are not code too (`dist/theme.css` → `src/theme.css`). */
export function sourcesOf({ packages, outputsOf }: ResolveContext, output: string): string[] {
  const directory = packages.ownerOf(output)?.directory ?? '';
  return sourceStems(output, directory, outputsOf(directory));
}

/**
 * The file system's answer for a path that is no scanned source: JSON and assets are leaves of the graph, a
 * source that the scan left out is `excluded`. Null when nothing is there.
 */
export function probeOutcome(context: ResolveContext, path: string): Outcome | null {
  const found = context.probe(path);
  if (found === null) return null;
  if (found === 'outside') return { reason: 'outside-root' };
  if (context.index.has(found)) return moduleOutcome(context, found);
  if (sourceExtension(found)) return { reason: 'excluded' };
  return fileOutcome(context, found.endsWith('.json') ? 'json' : 'asset', found);
}

function fileOutcome(
  { packages }: ResolveContext,
  kind: Extract<NodeKind, 'module' | 'json' | 'asset'>,
  id: string,
): Outcome {
  return { kind, id, package: packages.ownerOf(id)?.name ?? null };
}
