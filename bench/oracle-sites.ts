/**
 * Compares every place where a module is named, over a whole project, with what TypeScript's own parser finds there:
 *
 *     npm run oracle-sites -- <root>
 *
 * A place is a file, a line, a column and a specifier. Where a specifier leads is not compared, nor what is erased although it
 * is not written as a type (`oracle-erasure` does that). Prints how many places both sides have, each place that only one side has
 * or that the two sides call by another kind, and the files of which nothing is compared: components, which are not TypeScript's, and
 * those in which its parser, which recurses, overflows its stack.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EDGE_KINDS, type EdgeKind } from '../src/base/edge-kinds.ts';
import { compareCodeUnits } from '../src/base/text.ts';
import { SITE_PATTERN } from '../src/facts/records.ts';
import type { GraphReader } from '../src/image/reader.ts';
import { buildImage } from '../src/session/node/build/build-image.ts';
import { loadInProcess } from '../src/session/node/load-in-process.ts';
import { isComponent } from './oracles/component-paths.ts';
import { ORACLE_KINDS, typescriptSites } from './oracles/typescript-sites.ts';

/** Place → the kind of import that it is. */
type Sites = ReadonlyMap<string, EdgeKind>;

const root = resolve(process.argv[2] ?? '.');
const { image: path } = await buildImage(root);
const { graph } = loadInProcess(path).image;
const { sites: theirs, overflown, components } = oracleSites(root, graph);
const ours = imageSites(graph, new Set([...overflown, ...components]));

const comparable = [...ours].filter(([, kind]) => ORACLE_KINDS.has(kind));
const extra = comparable.filter(([site]) => !theirs.has(site));
const missing = [...theirs].filter(([site]) => !ours.has(site));
// `vi.mock(import('./a'))` is a mock here and a dynamic import there: the place is the same, its kind is not.
const otherKind = [...theirs].flatMap(([site, kind]): [string, string][] => {
  const own = ours.get(site);
  return own === undefined || own === kind ? [] : [[site, `${kind} to TypeScript, ${own} here`]];
});
const written: ReadonlySet<EdgeKind> = new Set(['static', 'export-from', 'import-equals']);
const isErased = ([site]: [string, string]): boolean =>
  written.has(theirs.get(site) ?? 'type') && ours.get(site) === 'type';

const both = theirs.size - missing.length;
const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(3)} %`);
console.log(`places: ${comparable.length} here, ${theirs.size} to TypeScript, ${both} to both`);
console.log(`precision ${share(comparable.length - extra.length, comparable.length)}`);
console.log(`recall    ${share(both, theirs.size)}`);
print('only here', extra);
print('only to TypeScript', missing);
console.log(`\nwritten as values, and types here by their use: ${otherKind.filter(isErased).length}`);
print(
  'of another kind',
  otherKind.filter((site) => !isErased(site)),
);
print(
  'nested too deep for TypeScript',
  [...overflown].map((path) => [path, '']),
);
console.log(`\ncomponents, not compared: ${components.length}`);

/** The places of the image whose specifier is written out, but those in some files. */
function imageSites(graph: GraphReader, without: ReadonlySet<string>): Sites {
  const sites = new Map<string, EdgeKind>();
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    for (const { kind, specifier, flags, location } of graph.sitesOf(edge)) {
      if (flags & SITE_PATTERN || without.has(location.path)) continue;
      sites.set(siteKey(location.path, location.line, location.column, specifier), EDGE_KINDS[kind] ?? 'static');
    }
  }
  return sites;
}

interface OracleSites {
  readonly sites: Sites;
  readonly overflown: ReadonlySet<string>;
  readonly components: readonly string[];
}

/** The same by TypeScript, in every module of the image but components, those that we failed to parse included. */
function oracleSites(root: string, graph: GraphReader): OracleSites {
  const sites = new Map<string, EdgeKind>();
  const overflown = new Set<string>();
  const components: string[] = [];
  for (let node = 0; node < graph.nodeCount; node++) {
    if (graph.kindOf(node) !== 'module') continue;
    const path = graph.idOf(node);
    if (isComponent(path)) {
      components.push(path);
      continue;
    }
    const text = readFileSync(join(root, path), 'utf8').replace(/^\uFEFF/, '');
    try {
      for (const { line, column, specifier, kind } of typescriptSites(path, text)) {
        sites.set(siteKey(path, line, column, specifier), kind);
      }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      overflown.add(path);
    }
  }
  return { sites, overflown, components };
}

function siteKey(path: string, line: number, column: number, specifier: string): string {
  return `${path}:${line}:${column} '${specifier}'`;
}

function print(title: string, sites: readonly (readonly [site: string, note: string])[]): void {
  console.log(`\n${title}: ${sites.length}`);
  for (const [site, note] of [...sites].sort(([a], [b]) => compareCodeUnits(a, b))) console.log(`  ${site}  ${note}`);
}
