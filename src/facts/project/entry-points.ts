import { compareCodeUnits } from '../../base/text.ts';
import type { EntryRecord } from '../project-records.ts';
import type { Resolver } from '../resolve/resolver.ts';
import type { FoundManifest } from '../scan/read-manifest.ts';
import { type EntryTarget, entryTargets } from './entry-targets.ts';
import { leftOutTests } from './left-out-tests.ts';
import { namedFiles } from './named-files.ts';
import { filesNamed, scriptsOf } from './script-words.ts';
import { couldStart, type PlacedSetting } from './tool-settings.ts';

/** A manifest whose patterns lead to more modules than this says no more of them: a thousand patterns like `./*` may stand in one. */
const MOST_ENTRIES = 20_000;

type EntryFinder = (
  number: number,
  found: FoundManifest,
  settings: readonly PlacedSetting[],
  lineOf: (key: string, inner?: string) => number,
) => EntryRecord[];

/**
 * Finds where the entries of manifests and of tools' configurations lead.
 * @param nodeIds ids of the graph's nodes
 * @param paths of all scanned sources, sorted
 */
export function createEntryFinder(
  resolver: Resolver,
  nodeIds: readonly string[],
  paths: readonly string[],
): EntryFinder {
  const nodes = new Map(nodeIds.map((id, node) => [id, node]));
  return (number, { directory, manifest }, settings, lineOf) => {
    const found: EntryRecord[] = [];
    const add = (target: EntryTarget, line: number, folder: string): void => {
      if (found.length >= MOST_ENTRIES) return;
      const { subpath, ...written } = target;
      const record = { package: number, ...written, line };
      const isNamed = target.kind === 'script' || target.kind === 'tool';
      const led = isNamed
        ? namedFiles(resolver, paths, folder, target.target)
        : resolver.resolveEntry(folder, target.target, subpath);
      if (typeof led !== 'string') {
        for (const path of led) {
          const node = nodes.get(path) ?? null;
          // A text that names no source is a setting like any other.
          if (node === null && isNamed) continue;
          found.push({ ...record, node, missing: node === null ? 'not-a-module' : '' });
        }
      } else if (line > 0 && (!isNamed || (target.kind === 'script' && led === 'unbuilt-output'))) {
        // What is tried without being written is not missed.
        found.push({ ...record, node: null, missing: led });
      }
    };
    for (const target of [...entryTargets(manifest), ...defaultMain(manifest), ...scriptTargets(manifest)]) {
      add(target, lineAt(target, lineOf), directory);
    }
    for (const { file, folder, key, value, line } of settings.filter(couldStart)) {
      add({ kind: 'tool', key, condition: file, target: value, subpath: value }, line, folder);
    }
    for (const { path, setting } of leftOutTests(settings, paths)) {
      const { key, file: condition, value: target, line } = setting;
      const node = nodes.get(path) ?? null;
      if (node !== null)
        found.push({ package: number, kind: 'left-out', key, condition, target, node, missing: '', line });
    }
    return distinct(found.sort(byTarget));
  };
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
