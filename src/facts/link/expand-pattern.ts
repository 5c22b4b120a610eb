import { posix } from 'node:path';
import picomatch from 'picomatch';
import type { EdgeKind } from '../../base/edge-kinds.ts';
import { sourceExtension } from '../scan/source-paths.ts';
import { isTameGlob } from '../scan/tame-glob.ts';

/** Above this a pattern says nothing any more (`../**`): better an honest "unresolved" than an edge to everything. */
const MOST_MATCHES = 1000;

/** Source text is input like any other: longer patterns, or with more holes, could keep a matcher busy for ever. */
const LONGEST_PATTERN = 256;
const MOST_HOLES = 4;

/**
 * The modules that a pattern of the given importer can mean, sorted, without the importer itself.
 * @param packageDirectory what a pattern that starts with `/` counts from, as development servers do
 */
export type PatternExpander = (
  fromPath: string,
  pattern: string,
  kind: EdgeKind,
  packageDirectory: string,
) => readonly string[];

/**
 * Expands globs (`import.meta.glob('./pages/*.tsx')`) and templates (`import(`./locales/${name}`)`, with a star for
 * each hole) against the scanned modules. A template is a specifier, so extension and index file may be missing and
 * `.js` may stand for `.ts`; a glob is matched as it is.
 * @param paths sorted by code unit
 */
export function createPatternExpander(paths: readonly string[]): PatternExpander {
  return (fromPath, pattern, kind, packageDirectory) => {
    if (!/^\.{0,2}\//.test(pattern) || pattern.length > LONGEST_PATTERN) return [];
    const base = pattern.startsWith('/') ? packageDirectory : posix.dirname(fromPath);
    const glob = posix.join(base, pattern);
    if (glob.startsWith('..')) return [];
    const matches = kind === 'glob' ? globMatcher(glob) : templateMatcher(glob);
    if (!matches) return [];
    const folder = (kind === 'glob' ? /^(?:[^*?[\]{}()!+@]*\/)?/ : /^(?:[^*]*\/)?/).exec(glob)?.[0] ?? '';
    const found: string[] = [];
    for (let i = firstAtOrAfter(paths, folder); i < paths.length; i++) {
      const path = paths[i] ?? '';
      if (!path.startsWith(folder)) break;
      if (path !== fromPath && matches(path)) found.push(path);
      if (found.length > MOST_MATCHES) return [];
    }
    return found;
  };
}

function globMatcher(glob: string): ((path: string) => boolean) | null {
  return isTameGlob(glob) ? picomatch(glob, { dot: true }) : null;
}

/** In a template everything but the holes is literal; a hole stays within one segment of the path. */
function templateMatcher(template: string): ((path: string) => boolean) | null {
  const literals = template.split(/\*+/);
  if (literals.length - 1 > MOST_HOLES) return null;
  const shape = new RegExp(`^${literals.map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('[^/]*')}$`);
  return (path) => {
    const extension = sourceExtension(path);
    // What runs is imported at run time; declarations do not.
    if (!extension || extension.startsWith('.d')) return false;
    const stem = path.slice(0, -extension.length);
    const spellings = [path, stem, `${stem}.js`, ...(stem.endsWith('/index') ? [posix.dirname(stem)] : [])];
    return spellings.some((spelling) => shape.test(spelling));
  };
}

/** Position of the first path that is not before `wanted`. */
function firstAtOrAfter(paths: readonly string[], wanted: string): number {
  let low = 0;
  let high = paths.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((paths[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
