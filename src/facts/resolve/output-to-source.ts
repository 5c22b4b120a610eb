import { posix } from 'node:path';
import { sourceExtension } from '../scan/source-paths.ts';

/** A compiler's word on where output comes from: `outDir` and `rootDir` of a tsconfig, both from the root. */
export interface OutputMapping {
  readonly output: string;
  /** Null when the tsconfig leaves it to be inferred. */
  readonly source: string | null;
}

const OUTPUT_FOLDERS = new Set(['dist', 'lib', 'build', 'out', 'output', 'es', 'esm', 'cjs', 'types', 'typings']);
/** Folders in the output that tell formats apart and have no counterpart among the sources. */
const FORMAT_FOLDERS = new Set(['cjs', 'commonjs', 'es', 'esm', 'mjs', 'module', 'umd', 'node', 'browser', 'types']);
const SOURCE_FOLDERS = ['src', 'source', ''];
const FORMAT_SUFFIX = /\.(?:min|cjs|mjs|esm|es|umd|iife|module|modern|legacy|node|browser|development|production)$/;

/**
 * Where the source of a build product may lie: stems (paths without extension) to look up, most trustworthy
 * first. Manifests point at output that a fresh clone does not have; its source is what an edge should lead to,
 * built or not.
 * @param output path of the product, from the root
 * @param packageDirectory folder of the package it belongs to
 */
export function sourceStems(output: string, packageDirectory: string, mappings: readonly OutputMapping[]): string[] {
  const stems: string[] = [];
  for (const { output: folder, source } of mappings) {
    if (!output.startsWith(`${folder}/`)) continue;
    const rest = stemOf(output.slice(folder.length + 1));
    const folders = source === null ? SOURCE_FOLDERS.map((name) => posix.join(packageDirectory, name)) : [source];
    for (const from of folders) addStems(stems, posix.join(from, rest));
  }
  const inside = packageDirectory === '' ? output : output.slice(packageDirectory.length + 1);
  const [top = '', ...segments] = inside.split('/');
  if (!OUTPUT_FOLDERS.has(top)) return stems;
  for (;;) {
    for (const from of SOURCE_FOLDERS) {
      addStems(stems, posix.join(packageDirectory, from, stemOf(segments.join('/'))));
    }
    if (!FORMAT_FOLDERS.has(segments[0] ?? '')) return stems;
    segments.shift();
  }
}

function addStems(stems: string[], stem: string): void {
  stems.push(stem, stem.replace(FORMAT_SUFFIX, ''), posix.join(stem, 'index'));
}

function stemOf(path: string): string {
  const extension = sourceExtension(path);
  return extension ? path.slice(0, -extension.length) : path;
}
