import picomatch from 'picomatch/posix.js';
import { ConduitError } from '../base/errors.ts';
import { isTameGlob } from '../base/tame-glob.ts';

/** Whether an id is matched, itself or by a folder that it lies in. */
export type GlobMatcher = (id: string) => boolean;

/**
 * Globs over ids: paths from the root, `npm:…`, `node:…`. A glob that matches a folder matches all in it, so that `legacy` and
 * `legacy/**` both do what people mean. Dots need no special patterns.
 * @param parameter whose globs these are, for the refusal
 * @returns null when there are no globs
 * @throws ConduitError CONDUIT_BAD_PARAMS for a glob that is none, or that could take for ever to match
 */
export function matchGlobs(parameter: string, globs: readonly string[]): GlobMatcher | null {
  if (globs.length === 0) return null;
  const matches = matchText(parameter, globs);
  const folderOf = outermostFolder(matches);
  return (id) => matches(id) || folderOf(id) !== null;
}

/** The outermost folder around a path that is matched, or null. Many paths lie in one folder, so each folder is matched once. */
export function outermostFolder(matches: (folder: string) => boolean): (path: string) => string | null {
  const known = new Map<string, boolean>();
  const outermost = (path: string): string | null => {
    for (let slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      const folder = path.slice(0, slash);
      const matched = known.get(folder) ?? matches(folder);
      known.set(folder, matched);
      if (matched) return folder;
    }
    return null;
  };
  // Whoever asks for many paths mostly asks in their order, so that those of one folder come together.
  let last: string | undefined;
  let found: string | null = null;
  return (path) => {
    const around = path.slice(0, path.lastIndexOf('/') + 1);
    if (around !== last) {
      last = around;
      found = outermost(around);
    }
    return found;
  };
}

/** As {@link matchGlobs}, of a text itself and nothing around it. */
export function matchText(parameter: string, globs: readonly string[]): (folder: string) => boolean {
  const matchers = globs.map((glob) => {
    // Compiled to a backtracking expression; over HTTP anybody may ask.
    if (!isTameGlob(glob)) throw refusal(parameter, glob, 'has too many wildcards');
    try {
      // Without `debug` a pattern that is no expression would match nothing and say nothing.
      return picomatch(glob, { dot: true, strictBrackets: true, debug: true });
    } catch {
      throw refusal(parameter, glob, 'is not a glob: is a bracket missing?');
    }
  });
  return (text) => matchers.some((matches) => matches(text));
}

function refusal(parameter: string, glob: string, why: string): ConduitError {
  return new ConduitError('CONDUIT_BAD_PARAMS', `parameter \`${parameter}\`: \`${glob.slice(0, 80)}\` ${why}`);
}
