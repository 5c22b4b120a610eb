import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { edgeMask } from '../src/base/edge-kinds.ts';
import { createExtractor } from '../src/facts/extract/extract-facts.ts';
import { runPipeline } from '../src/facts/pipeline.ts';
import { kernelModule } from '../src/session/node/kernels.ts';

/**
 * The rooms of the house and the direction of imports, as docs/architecture.md draws them. There is no list of
 * exceptions: code that needs one stands in the wrong room. The graph that is checked comes from our own engine.
 */
const ROOMS: Record<string, { mayImport: readonly string[]; because: string }> = {
  'src/base': { mayImport: [], because: 'everything rests on base, so it rests on nothing of ours' },
  'src/wasm': {
    mayImport: ['src/base', 'assembly/layout.ts', 'assembly/status.ts'],
    because: 'kernels are told pointers, never what they mean; both sides share one list of constants',
  },
  'src/syntax': { mayImport: ['src/base', 'src/wasm'], because: 'a syntax tree knows nothing of what is asked of it' },
  'src/facts': {
    mayImport: ['src/base', 'src/wasm', 'src/syntax'],
    because: 'facts are records: how they are stored or asked for must be able to change without them',
  },
  'src/image': {
    mayImport: ['src/base', 'src/facts/records.ts', 'src/facts/symbol-records.ts', 'src/facts/project-records.ts'],
    because: 'the image is a format: it knows records, not how they were found',
  },
  'src/queries': {
    mayImport: ['src/base', 'src/wasm', 'src/image'],
    because: 'a query is a pure function of an image, so that every surface can run it',
  },
  'src/session': {
    mayImport: ['src/base', 'src/wasm', 'src/syntax', 'src/facts', 'src/image', 'src/queries'],
    because: 'the session brings the stages together and knows no surface',
  },
  'src/surfaces': {
    mayImport: ['src/base', 'src/session', 'src/queries/registry.ts', 'src/queries/generated'],
    because: 'a surface adapts the registry and renders; what it needs beyond that belongs into a query',
  },
  'src/index.ts': {
    mayImport: ['src/base', 'src/session', 'src/queries'],
    because: 'the public door re-exports, it does not do',
  },
  workers: {
    mayImport: ['src/base', 'src/wasm', 'src/syntax', 'src/facts', 'src/image', 'src/queries', 'src/session'],
    because: 'a worker is a thin entry into what the session tells it to run; it has no surface',
  },
  assembly: { mayImport: [], because: 'kernels are compiled by another compiler' },
};

/** What also runs where there is no Node; `image` only as far as opening goes. */
const NODE_FREE = ['src/base', 'src/wasm', 'src/image/open-image.ts', 'src/queries', 'src/session/core'];

/** Packages that need nothing of Node, however they are bundled. */
const PORTABLE = new Set(['npm:fastest-levenshtein', 'npm:flatbuffers', 'npm:picomatch', 'npm:zod']);

const root = join(import.meta.dirname, '..');
const graph = await ownGraph();
const sources = [...graph.keys()];

describe('every file', () => {
  it.each(sources)('%s imports only what its room may', (file) => {
    const [room, { mayImport, because }] = roomOf(file);
    const strays = (graph.get(file) ?? [])
      .map(({ to }) => to)
      .filter((to) => graph.has(to) && !isIn(to, room) && !mayImport.some((allowed) => isIn(to, allowed)));
    expect(strays, `${room}: ${because}`).toEqual([]);
  });

  it.each(sources)('%s resolves all that it imports', (file) => {
    expect((graph.get(file) ?? []).filter(({ to }) => to.startsWith('?:.'))).toEqual([]);
  });

  it.each(sources)('%s has one idea: at most 300 lines, and no name for odds and ends', (file) => {
    expect(posix.basename(file)).not.toMatch(/\b(utils?|helpers?|misc|common|shared)\b/);
    if (!file.includes('/generated/')) expect(textOf(file).split('\n').length).toBeLessThanOrEqual(301);
  });
});

describe('what also runs in a browser', () => {
  it.each(sources.filter((file) => NODE_FREE.some((room) => isIn(file, room))))(
    '%s reaches no node: module, and no package that may',
    (file) => {
      expect(pathToNode(file), 'browsers and edge functions have no node: modules and no native code').toBeNull();
    },
  );
});

it('lets only surfaces print: a library that prints cannot be embedded', () => {
  const silent = sources.filter((file) => !isIn(file, 'src/surfaces') && !isIn(file, 'assembly'));
  const code = (file: string) => textOf(file).replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  expect(silent.filter((file) => /\bconsole\.|process\.std(out|err)/.test(code(file)))).toEqual([]);
});

interface Import {
  readonly to: string;
  /** False for imports that TypeScript erases. */
  readonly atRunTime: boolean;
}

/** Who imports what in src, workers and assembly, asked of our own pipeline. */
async function ownGraph(): Promise<Map<string, Import[]>> {
  const extractor = createExtractor(kernelModule('plain'));
  const options = {
    include: ['src/**', 'workers/**', 'assembly/**'],
    exclude: [],
    maxFileBytes: 2 ** 21,
    dotDirectories: false,
    minified: false,
  };
  const { records } = await runPipeline(root, options, {
    extract: async (files) => files.map(({ path }) => extractor.extract(path, readFileSync(join(root, path)))),
  });
  const { ids, offsets, targets, masks } = records.graph;
  const erased = edgeMask(['type', 'jsdoc', 'triple-slash']);
  const imports = new Map<string, Import[]>();
  ids.forEach((id, node) => {
    if (!/^(src|workers|assembly)\//.test(id) || id.endsWith('.d.ts')) return;
    const row = Array.from(
      { length: (offsets[node + 1] ?? 0) - (offsets[node] ?? 0) },
      (_, at) => (offsets[node] ?? 0) + at,
    );
    imports.set(
      id,
      row.map((edge) => ({ to: ids[targets[edge] ?? 0] ?? '', atRunTime: ((masks[edge] ?? 0) & ~erased) !== 0 })),
    );
  });
  return imports;
}

function roomOf(file: string): [string, { mayImport: readonly string[]; because: string }] {
  const found = Object.entries(ROOMS).find(([room]) => isIn(file, room));
  if (!found) throw new Error(`${file} stands in no room`);
  return found;
}

function isIn(file: string, place: string): boolean {
  return file === place || file.startsWith(`${place}/`);
}

function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** A chain of imports from a file to a node: module or a package that is not portable, or null. */
function pathToNode(file: string, seen = new Set<string>()): string[] | null {
  if (seen.has(file)) return null;
  seen.add(file);
  for (const { to, atRunTime } of graph.get(file) ?? []) {
    if (!atRunTime) continue;
    if (to.startsWith('node:') || (to.startsWith('npm:') && !PORTABLE.has(to))) return [file, to];
    const rest = pathToNode(to, seen);
    if (rest) return [file, ...rest];
  }
  return null;
}

it('knows every folder of src', () => {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).map(({ name }) => `src/${name}`);
  expect(folders.filter((folder) => !(folder in ROOMS))).toEqual([]);
});
