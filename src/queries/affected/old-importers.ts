import type { ImageReader } from '../../image/reader.ts';
import { globImporters } from './glob-importers.ts';

/**
 * The modules that imported a file which is gone, as far as the imports tell that they have now: those that lead nowhere and led there, and those
 * that lead to another file which only took its place (`./cart` was `cart.ts` and is `cart/index.ts` now).
 * @param gone paths of the files
 * @returns nodes by path of the file; ascending
 */
export function oldImporters({ graph, diagnostics }: ImageReader, gone: readonly string[]): Map<string, number[]> {
  const found = new Map(gone.map((path) => [path, new Set<number>()] as const));
  const byEnd = groupByEnd(gone);
  if (gone.length === 0) return new Map();
  for (const { path, specifier } of diagnostics.unresolvedSites()) {
    for (const file of byEnd.get(endOf(specifier)) ?? []) {
      if (couldLead(path, specifier, file)) found.get(file)?.add(graph.find(path));
    }
  }
  for (const [file, importer] of globImporters(graph, gone)) found.get(file)?.add(importer);
  for (const file of gone) {
    for (const heir of heirsOf(file)) {
      const node = graph.find(heir);
      if (node < 0) continue;
      const { offsets, targets } = graph.reverse;
      for (let entry = offsets[node] ?? 0; entry < (offsets[node + 1] ?? 0); entry++) {
        const edge = graph.reverseEdges[entry] ?? 0;
        const importer = targets[entry] ?? 0;
        const led = graph.sitesOf(edge).some(({ specifier }) => leads(graph.idOf(importer), specifier, file));
        if (led) found.get(file)?.add(importer);
      }
    }
  }
  return new Map(
    Array.from(found, ([path, nodes]) => [path, [...nodes].filter((node) => node >= 0).sort((a, b) => a - b)]),
  );
}

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.d.ts', '.json', '.vue'];
const EXTENSION = /(?:\.d)?\.(?:[cm]?[jt]sx?|json|vue|svelte|astro)$/;

/** Without extension, and without `/index`. */
const stemOf = (path: string): string => path.replace(EXTENSION, '').replace(/(?:^|\/)index$/, '');

/** The last name in a path or specifier, by which few are found of many. */
const endOf = (text: string): string => stemOf(text).replace(/.*\//, '');

function groupByEnd(paths: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const path of paths) groups.set(endOf(path), [...(groups.get(endOf(path)) ?? []), path]);
  return groups;
}

/** Files that a specifier may mean when another that it meant before is gone. */
function heirsOf(path: string): string[] {
  const stem = stemOf(path);
  return [stem, stem === '' ? 'index' : `${stem}/index`]
    .flatMap((base) => EXTENSIONS.map((extension) => base + extension))
    .filter((heir) => heir !== path);
}

/** Whether a relative specifier in a file names another file, with or without extension and `/index`. */
function leads(importer: string, specifier: string, file: string): boolean {
  return specifier.startsWith('.') && stemOf(joined(importer, specifier)) === stemOf(file);
}

/**
 * As {@link leads}; of an alias or a name of a package no more is known than its end: `@/cart/total` may have been any `…/cart/total.ts`. Of the project's own
 * files a wrong guess costs a test run, a missed one a defect.
 */
function couldLead(importer: string, specifier: string, file: string): boolean {
  if (specifier.startsWith('.')) return leads(importer, specifier, file);
  const tail = stemOf(specifier).replace(/^[^/]*\//, '');
  return tail !== '' && `/${stemOf(file)}`.endsWith(`/${tail}`);
}

function joined(importer: string, specifier: string): string {
  const parts = importer.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
