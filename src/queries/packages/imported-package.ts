import type { ImageReader } from '../../image/reader.ts';
import type { PackageIndex } from './package-index.ts';

/**
 * The package that an import names: an external one, or one of the project that is reached by its name; null for a module of the importer's own package, or one that
 * is reached by its path.
 * @param mask kinds of the places that count: bits of EDGE_KINDS
 */
export function importedPackage(
  { graph }: ImageReader,
  packages: PackageIndex,
  [source, edge]: readonly [source: number, edge: number],
  mask: number,
): string | null {
  const target = graph.forward.targets[edge] ?? 0;
  if (graph.kindOf(target) === 'external') return graph.packageOf(target);
  if (graph.packageNumberOf(source) === graph.packageNumberOf(target)) return null;
  const other = packages.of(target);
  if (!other?.isNamed) return null;
  const { name } = other;
  return graph.specifiersOf(edge, mask).some((one) => one === name || one.startsWith(`${name}/`)) ? name : null;
}

/**
 * The import of a package that no manifest at all declares.
 * @returns asked with an importer and an unresolved node, the specifier; null where that is unresolved for another reason
 */
export function undeclaredImports({
  graph,
  diagnostics,
}: ImageReader): (source: number, target: number) => string | null {
  const undeclared = new Set(
    diagnostics
      .unresolvedSites()
      .flatMap(({ path, specifier, reason }) => (reason === 'package-not-declared' ? [`${path}\0${specifier}`] : [])),
  );
  return (source, target) => {
    if (graph.kindOf(target) !== 'unresolved') return null;
    // The id of such a node is `?:` and what was written.
    const specifier = graph.idOf(target).slice(2);
    return undeclared.has(`${graph.idOf(source)}\0${specifier}`) ? specifier : null;
  };
}
