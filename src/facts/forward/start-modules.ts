import type { Scan } from '../scan/scan-records.ts';

/**
 * The modules that a target names, found without a graph: a path, the unique end of one, or all modules of a package.
 * Null when it names none of these, or may name several: then only the whole graph can tell.
 */
export function startModules(
  target: string,
  { files, packages }: Pick<Scan, 'files' | 'packages'>,
  packageOf: (path: string) => string | null,
): string[] | null {
  const wanted = target.replace(/^(\.\/)+/, '');
  const paths = files.map(({ path }) => path);
  if (paths.includes(wanted)) return [wanted];
  const named = packages.some(({ name }) => name === wanted) ? paths.filter((path) => packageOf(path) === wanted) : [];
  if (named.length > 0) return named;
  // `chart.js` is a package, if anybody imports it, and `src/chart.js` is meant only if nobody does.
  if (packages.some(({ dependencies }) => dependencies.has(wanted))) return null;
  const ends = paths.filter((path) => path.endsWith(`/${wanted}`));
  return ends.length === 1 ? ends : null;
}
