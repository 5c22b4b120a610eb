import { compareCodeUnits } from '../../base/text.ts';
import type { GraphReader, ImageReader } from '../../image/reader.ts';
import { addBelow } from './add-below.ts';
import type { AffectedSet } from './affected-set.ts';
import { type Change, linesOf } from './changes.ts';
import { inputKind, looksLikeSource, testOfSnapshot } from './input-kinds.ts';
import { oldImporters } from './old-importers.ts';
import type { SymbolSpread } from './symbol-spread.ts';

/** As what a changed file counts. */
export const CHANGE_ROLES = [
  'symbols',
  'module',
  'asset',
  'config',
  'lockfile',
  'manifest',
  'snapshot',
  'folder',
  'not-read',
  'no-input',
] as const;

export interface ChangedFile {
  readonly path: string;
  readonly status: Change['status'];
  readonly as: (typeof CHANGE_ROLES)[number];
  /** Of `symbols`: their ids, ascending. */
  readonly symbols?: string[];
  /** Of manifests and lock files of which it is known: packages that are another version now, and that modules import. */
  readonly packages?: string[];
}

/** Puts what changed into the set, and says of each file what it counted as. */
export function startSet(
  image: ImageReader,
  changes: readonly Change[],
  set: AffectedSet,
  bySymbols: SymbolSpread | null,
): ChangedFile[] {
  const { graph } = image;
  const gone = changes.filter(({ status }) => status === 'deleted').map(({ path }) => path);
  const importersOf = oldImporters(image, gone);
  return changes.map((change): ChangedFile => {
    const { path, status, parts } = change;
    const said = { path, status };
    const kind = inputKind(path);
    if (kind === 'lockfile' || (kind === 'manifest' && parts !== null)) {
      return { ...said, as: kind, ...addPackages(graph, folderOf(path), parts, set) };
    }
    if (kind === 'snapshot') {
      const test = graph.find(testOfSnapshot(path));
      if (test < 0) return { ...said, as: 'no-input' };
      set.addModule(test, -1);
      return { ...said, as: 'snapshot' };
    }
    if (path.endsWith('/')) {
      addBelow(graph, path, -1, set);
      return { ...said, as: 'folder' };
    }
    const node = graph.find(path);
    for (const importer of importersOf.get(path) ?? []) set.addModule(importer, -1);
    if (kind !== null) {
      addBelow(graph, folderOf(path), -1, set);
      return { ...said, as: kind };
    }
    if (node < 0) {
      const isKnown = status === 'deleted' || !looksLikeSource(path);
      return { ...said, as: isKnown ? ((importersOf.get(path)?.length ?? 0) > 0 ? 'module' : 'no-input') : 'not-read' };
    }
    if (graph.kindOf(node) !== 'module') {
      set.addModule(node, -1);
      return { ...said, as: 'asset' };
    }
    const symbols = status === 'modified' ? symbolsAt(image, node, parts, bySymbols) : null;
    if (symbols === null) {
      set.addModule(node, -1);
      return { ...said, as: 'module' };
    }
    for (const symbol of symbols) bySymbols?.add(node, symbol, -1, set);
    return { ...said, as: 'symbols', symbols: symbols.map((symbol) => image.symbols.idOf(symbol)) };
  });
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** The modules below a folder that import one of some packages, or, when it is not known which, any external one. */
function addPackages(
  graph: GraphReader,
  folder: string,
  names: readonly string[] | null,
  set: AffectedSet,
): { packages: string[] } | undefined {
  const found = new Set<string>();
  const { offsets, targets } = graph.reverse;
  const addImporters = (node: number, name: string): void => {
    for (let entry = offsets[node] ?? 0; entry < (offsets[node + 1] ?? 0); entry++) {
      const importer = targets[entry] ?? 0;
      if (!graph.idOf(importer).startsWith(folder) || graph.packageOf(importer) === name) continue;
      found.add(name);
      set.addModule(importer, -1);
    }
  };
  // A package of the project may be linked, or not, by the range that a manifest declares for it.
  for (const name of names ?? []) for (const node of graph.nodesOfPackage(name)) addImporters(node, name);
  if (names === null) for (const node of externals(graph)) addImporters(node, graph.idOf(node));
  return names === null ? undefined : { packages: [...found].sort(compareCodeUnits) };
}

function externals(graph: GraphReader): number[] {
  const found: number[] = [];
  for (let node = 0; node < graph.nodeCount; node++) if (graph.kindOf(node) === 'external') found.push(node);
  return found;
}

/** The top-level symbols in which some lines lie; null when a line lies in none, or nothing is known of lines. */
function symbolsAt(
  image: ImageReader,
  node: number,
  parts: readonly string[] | null,
  bySymbols: SymbolSpread | null,
): number[] | null {
  if (parts?.length === 0) return [];
  const module = bySymbols?.moduleOf(node) ?? -1;
  if (parts === null || bySymbols === null || module < 0) return null;
  const { symbols } = image;
  const places: { symbol: number; line: number; endLine: number }[] = [];
  const end = symbols.endOfModule(module);
  for (let symbol = module + 1; symbol < end; symbol++) {
    if (bySymbols.topOf(symbol) !== symbol) continue;
    for (const { location } of symbols.declarationsOf(symbol)) places.push({ symbol, ...location });
  }
  const found = new Set<number>();
  for (const part of parts) {
    const lines = linesOf(part);
    if (lines === null) return null;
    const around = places.filter(({ line, endLine }) => line <= lines[0] && lines[1] <= endLine);
    if (around.length === 0) return null;
    for (const { symbol } of around) found.add(symbol);
  }
  return [...found].sort((a, b) => a - b);
}
