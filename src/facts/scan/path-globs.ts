import picomatch from 'picomatch';

/** Which paths the configuration wants, as two questions. */
export interface PathFilter {
  /** True for a file that is wanted. */
  wants(path: string): boolean;
  /** True for a folder with nothing wanted below it. */
  prunes(directory: string): boolean;
}

/**
 * `exclude` wins over `include`, and a pattern that matches a folder excludes all of it, so that both `legacy` and
 * `legacy/**` do what people mean. Dots need no special patterns.
 */
export function pathFilter(include: readonly string[], exclude: readonly string[]): PathFilter {
  const included = include.length === 0 ? () => true : picomatch([...include], { dot: true });
  const excluded = exclude.length === 0 ? () => false : picomatch([...exclude], { dot: true });
  return {
    wants: (path) => included(path) && !excluded(path),
    prunes: (directory) => excluded(directory),
  };
}
