import { compareCodeUnits } from '../../base/text.ts';
import type { EntryRecord } from '../project-records.ts';
import type { Resolver } from '../resolve/resolver.ts';
import type { FoundManifest } from '../scan/read-manifest.ts';
import { type EntryTarget, entryTargets } from './entry-targets.ts';
import { filesNamed, scriptsOf } from './script-words.ts';

/** A manifest whose patterns lead to more modules than this says no more of them: a thousand patterns like `./*` may stand in one. */
const MOST_ENTRIES = 20_000;

type EntryFinder = (
  number: number,
  found: FoundManifest,
  lineOf: (key: string, inner?: string) => number,
) => EntryRecord[];

/** Finds where the entries of manifests lead. @param nodeIds ids of the graph's nodes */
export function createEntryFinder(resolver: Resolver, nodeIds: readonly string[]): EntryFinder {
  const nodes = new Map(nodeIds.map((id, node) => [id, node]));
  return (number, { directory, manifest }, lineOf) => {
    const found: EntryRecord[] = [];
    const targets = [...entryTargets(manifest), ...defaultMain(manifest), ...scriptTargets(manifest)];
    for (const target of targets) {
      if (found.length >= MOST_ENTRIES) break;
      found.push(...entriesOf(resolver, nodes, { number, directory, line: lineAt(target, lineOf) }, target));
    }
    return distinct(found.sort(byTarget));
  };
}

function entriesOf(
  resolver: Resolver,
  nodes: ReadonlyMap<string, number>,
  { number, directory, line }: { readonly number: number; readonly directory: string; readonly line: number },
  { subpath, ...written }: EntryTarget,
): EntryRecord[] {
  const record = { package: number, ...written, line };
  const led = resolver.resolveEntry(directory, written.target, subpath);
  if (typeof led === 'string') {
    // What is tried without being written, and words of a script that may be no files, are not missed.
    const isGuess = line === 0 || (written.kind === 'script' && led === 'file-not-found');
    return isGuess ? [] : [{ ...record, node: null, missing: led }];
  }
  return led.map((path) => {
    const node = nodes.get(path) ?? null;
    return { ...record, node, missing: node === null ? 'not-a-module' : '' };
  });
}

/** Without any of these fields Node takes `index.js`. */
function defaultMain(manifest: FoundManifest['manifest']): EntryTarget[] {
  if (['exports', 'main', 'module', 'source'].some((field) => manifest[field] !== undefined)) return [];
  return [{ kind: 'main', key: '', condition: '', target: './index', subpath: '.' }];
}

function scriptTargets(manifest: FoundManifest['manifest']): EntryTarget[] {
  return scriptsOf(manifest).flatMap((script) =>
    filesNamed(script).map((target) => ({
      kind: 'script' as const,
      key: script.name,
      condition: '',
      target,
      subpath: target,
    })),
  );
}

function lineAt({ kind, key }: EntryTarget, lineOf: (key: string, inner?: string) => number): number {
  if (kind === 'exports') return lineOf('exports', key) || lineOf('exports');
  if (kind === 'bin') return lineOf('bin', key) || lineOf('bin');
  if (kind === 'script') return lineOf('scripts', key);
  return lineOf(key) || (kind === 'browser' ? lineOf('browser', key) : 0);
}

function byTarget(a: EntryRecord, b: EntryRecord): number {
  return (
    compareCodeUnits(a.kind, b.kind) ||
    compareCodeUnits(a.key, b.key) ||
    compareCodeUnits(a.condition, b.condition) ||
    compareCodeUnits(a.target, b.target) ||
    (a.node ?? -1) - (b.node ?? -1)
  );
}

/** A script may name a file twice, and conditions stand in several lists. */
function distinct(sorted: readonly EntryRecord[]): EntryRecord[] {
  return sorted.filter((entry, at) => {
    const before = sorted[at - 1];
    return before === undefined || byTarget(before, entry) !== 0;
  });
}
