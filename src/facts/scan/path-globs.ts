import picomatch from 'picomatch';
import { ConduitError } from '../../base/errors.ts';
import { isTameGlob } from '../../base/tame-glob.ts';

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
 * @throws ConduitError CONDUIT_BAD_CONFIG for a pattern that could take for ever to match
 */
export function pathFilter(include: readonly string[], exclude: readonly string[]): PathFilter {
  // The configuration is part of the project: whoever only looks at a project must not hang on it.
  const wild = [...include, ...exclude].find((glob) => !isTameGlob(glob));
  if (wild !== undefined) {
    const shown = wild.slice(0, 80);
    throw new ConduitError(
      'CONDUIT_BAD_CONFIG',
      `introspect.config.json: the pattern \`${shown}\` has too many wildcards`,
    );
  }
  const included = include.length === 0 ? () => true : picomatch([...include], { dot: true });
  const excluded = exclude.length === 0 ? () => false : picomatch([...exclude], { dot: true });
  return {
    wants: (path) => included(path) && !excluded(path),
    prunes: (directory) => excluded(directory),
  };
}
