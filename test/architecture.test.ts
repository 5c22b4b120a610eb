import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The rooms of the house and the direction of imports, as docs/architecture.md draws them. There is no list of
 * exceptions: code that needs one stands in the wrong room.
 */
const ROOMS: Record<string, { mayImport: readonly string[]; because: string }> = {
  'src/base': { mayImport: [], because: 'everything rests on base, so it rests on nothing of ours' },
  'src/wasm': { mayImport: ['src/base'], because: 'kernels are told pointers, never what they mean' },
  'src/syntax': { mayImport: ['src/base', 'src/wasm'], because: 'a syntax tree knows nothing of what is asked of it' },
  'src/facts': {
    mayImport: ['src/base', 'src/wasm', 'src/syntax'],
    because: 'facts are records: how they are stored or asked for must be able to change without them',
  },
  'src/image': {
    mayImport: ['src/base', 'src/facts/records.ts'],
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
    mayImport: ['src/base', 'src/session', 'src/queries/registry.ts', 'src/queries/generated', 'src/queries/define.ts'],
    because: 'a surface adapts the registry and renders; what it needs beyond that belongs into a query',
  },
  'src/index.ts': { mayImport: ['src/base', 'src/session', 'src/queries'], because: 'the public door re-exports, it does not do' },
  workers: {
    mayImport: ['src/base', 'src/wasm', 'src/syntax', 'src/facts', 'src/image', 'src/queries', 'src/session'],
    because: 'a worker is a thin entry into what the session tells it to run; it has no surface',
  },
};

/** Rooms that also run where there is no Node. */
const NODE_FREE = ['src/base', 'src/wasm', 'src/image/open-image.ts', 'src/queries', 'src/session/core'];

const root = join(import.meta.dirname, '..');
const sources = ['src', 'workers'].flatMap(list);
const imports = new Map(sources.map((file) => [file, importsOf(file)]));

describe('every file', () => {
  it.each(sources)('%s imports only what its room may', (file) => {
    const [room, rule] = roomOf(file);
    const strays = (imports.get(file) ?? []).filter(
      (target) => target.startsWith('src/') && !isIn(target, room) && !rule.mayImport.some((allowed) => isIn(target, allowed)),
    );
    expect(strays, `${room}: ${rule.because}`).toEqual([]);
  });

  it.each(sources)('%s has one idea, so at most 300 lines', (file) => {
    if (file.includes('/generated/')) return;
    expect(readFileSync(join(root, file), 'utf8').split('\n').length).toBeLessThanOrEqual(300);
  });

  it.each(sources)('%s is not called a box for odds and ends', (file) => {
    expect(posix.basename(file)).not.toMatch(/\b(utils?|helpers?|misc|common|shared)\b/);
  });
});

describe('what also runs in a browser', () => {
  it.each(sources.filter((file) => NODE_FREE.some((room) => isIn(file, room))))('%s reaches no node: module', (file) => {
    expect(pathToNode(file), 'browsers and edge functions have no node: modules').toBeNull();
  });
});

describe('surfaces', () => {
  it('are the only ones that print', () => {
    const printing = sources.filter(
      (file) => !file.startsWith('src/surfaces/') && /\bconsole\.|process\.std(out|err)/.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(printing, 'a library that prints cannot be embedded').toEqual([]);
  });
});

function roomOf(file: string): [string, { mayImport: readonly string[]; because: string }] {
  const found = Object.entries(ROOMS).find(([room]) => isIn(file, room));
  if (!found) throw new Error(`${file} stands in no room`);
  return found;
}

function isIn(file: string, place: string): boolean {
  return file === place || file.startsWith(`${place}/`);
}

function list(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** Import specifiers as project paths (`src/…`) or as written (`node:fs`, `zod`). Type-only imports count as well. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const specifiers = [...text.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '');
  return specifiers.map((specifier) => (specifier.startsWith('.') ? posix.join(dirname(file), specifier) : specifier));
}

/** A chain of imports from a file to a node: module, or null. Type-only imports are erased and do not count. */
function pathToNode(file: string, seen = new Set<string>()): string[] | null {
  if (seen.has(file)) return null;
  seen.add(file);
  for (const target of runtimeImportsOf(file)) {
    if (target.startsWith('node:')) return [file, target];
    const rest = imports.has(target) ? pathToNode(target, seen) : null;
    if (rest) return [file, ...rest];
  }
  return null;
}

function runtimeImportsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const erased = new Set([...text.matchAll(/(?:import|export) type [^;]*?from\s*['"]([^'"]+)['"]/g)].map((match) => match[1]));
  return importsOf(file).filter((_, index) => !erased.has([...text.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*['"]([^'"]+)['"]/g)][index]?.[1] ?? ''));
}
