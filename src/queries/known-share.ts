import type { GraphReader, ImageReader } from '../image/reader.ts';
import { UNREAD_CODES } from './unread-codes.ts';

/** What can be imported and is no module, by its ending. */
const NO_CODE =
  /\.(json5?|ya?ml|css|s[ac]ss|less|styl|svg|png|jpe?g|gif|webp|avif|ico|woff2?|ttf|md|txt|html|wasm|node)(\?.*)?$/;

/** A name that npm would allow, and what follows it. */
const PACKAGE_NAME = /^(@[a-z0-9][\w.~-]*\/[a-z0-9][\w.~-]*|[a-z0-9][\w.~-]*)(\/|$)/i;

/**
 * How much of what could close a cycle is known, from 0 to 1: the lesser of the share of the files whose imports are known and of the share of the
 * imports within the project that lead to a module. A file that could not be read counts against it if anything imports it, as nothing else can be
 * in a cycle; an import that leads nowhere, unless it names a package that is not of the project, or a file that is no module. Rounded
 * down to four places. O(edges).
 * @param kinds the kinds of import that count: bits of EDGE_KINDS
 */
export function knownShare({ graph, diagnostics }: ImageReader, kinds: number): number {
  const { targets, masks } = graph.forward;
  const own = ownPackages(graph);
  let led = 0;
  let lost = 0;
  const isLost = new Map<number, boolean>();
  for (let edge = 0; edge < targets.length; edge++) {
    if (((masks[edge] ?? 0) & kinds) === 0) continue;
    const target = targets[edge] ?? 0;
    const kind = graph.kindOf(target);
    if (kind === 'module') led++;
    if (kind !== 'unresolved') continue;
    const known = isLost.get(target) ?? mayBeModule(graph.idOf(target).slice(2), own);
    isLost.set(target, known);
    if (known) lost++;
  }
  const { files: fileCount, parsed } = diagnostics.coverage;
  const unknownFiles = fileCount - parsed - harmlessFailures({ graph, diagnostics }, kinds);
  const files = fileCount === 0 ? 1 : 1 - unknownFiles / fileCount;
  const imports = led + lost === 0 ? 1 : led / (led + lost);
  return Math.floor(Math.min(files, imports) * 10_000) / 10_000;
}

function mayBeModule(specifier: string, own: ReadonlySet<string>): boolean {
  if (NO_CODE.test(specifier)) return false;
  const name = PACKAGE_NAME.exec(specifier)?.[1];
  return name === undefined || own.has(name);
}

/** How many of the files that could not be read are imported by nothing. */
function harmlessFailures({ graph, diagnostics }: Pick<ImageReader, 'graph' | 'diagnostics'>, kinds: number): number {
  const { offsets, masks } = graph.reverse;
  const failed = new Set(diagnostics.entries().flatMap(({ path, code }) => (UNREAD_CODES.has(code) ? [path] : [])));
  return [...failed].filter((path) => {
    const node = graph.find(path);
    if (node < 0) return false;
    return !masks.subarray(offsets[node], offsets[node + 1]).some((mask) => (mask & kinds) !== 0);
  }).length;
}

/** Names of the packages of the project. */
function ownPackages(graph: GraphReader): Set<string> {
  const names = new Set<string>();
  for (let number = 0; number < graph.packageCount; number++) {
    if (graph.packageDirectory(number) !== null) names.add(graph.packageName(number));
  }
  return names;
}
