import { posix } from 'node:path';
import picomatch from 'picomatch';
import { isTameGlob } from '../../base/tame-glob.ts';
import { compareCodeUnits } from '../../base/text.ts';
import { sourceExtension } from '../scan/source-paths.ts';
import type { RootedPattern } from './root-pattern.ts';

/** Above this a pattern says nothing any more (`../**`): better an honest "unresolved" than an edge to everything. */
const MOST_MATCHES = 1000;

const MOST_HOLES = 4;

/** All files that patterns can mean, by folder. */
export interface PatternFiles {
  /** Modules, sorted by code unit. */
  readonly modules: readonly string[];
  /** Folders of the project, sorted by code unit. */
  readonly folders: readonly string[];
  /** Files of a folder that are no modules, sorted by code unit. */
  leavesIn(folder: string): readonly string[];
}

/**
 * The files that a pattern can mean, sorted, without the importer itself.
 * @param excluded patterns whose matches do not count: the `!…` of the same call
 */
export type PatternExpander = (
  fromPath: string,
  pattern: RootedPattern,
  excluded: readonly RootedPattern[],
) => readonly string[];

type Matcher = (path: string) => boolean;

/**
 * Expands globs (`import.meta.glob('./pages/*.tsx')`) and templates (`import(`./locales/${name}`)`, with a star for
 * each hole) against the files of the project. A template is a specifier, so extension and index file may be missing and
 * `.js` may stand for `.ts`; a glob is matched as it is.
 */
export function createPatternExpander(files: PatternFiles): PatternExpander {
  return (fromPath, rooted, excluded) => {
    const matches = rooted.isGlob ? globMatcher(rooted) : templateMatcher(rooted);
    const exclusions = excluded.map((pattern) => globMatcher(pattern, true));
    if (!matches || exclusions.includes(null)) return [];
    const isMeant = (path: string): boolean =>
      path !== fromPath && matches(path) && !exclusions.some((excludes) => excludes?.(path));
    const prefix = rooted.folder === '' ? '' : `${rooted.folder}/`;
    const found: string[] = [];
    for (const path of startingWith(files.modules, prefix)) {
      if (isMeant(path)) found.push(path);
      if (found.length > MOST_MATCHES) return [];
    }
    if (!meansModulesOnly(rooted)) {
      const deep = rooted.pattern.includes('/') || rooted.pattern.includes('**');
      for (const folder of [rooted.folder, ...(deep ? startingWith(files.folders, prefix) : [])]) {
        for (const path of files.leavesIn(folder)) if (isMeant(path)) found.push(path);
        if (found.length > MOST_MATCHES) return [];
      }
    }
    return [...new Set(found)].sort(compareCodeUnits);
  };
}

/** `*.vue`, `*.{ts,tsx}`: worth knowing, because files that are no modules have to be asked for folder by folder. */
function meansModulesOnly({ pattern, isGlob }: RootedPattern): boolean {
  const extensions = /\.(?:\{([\w,.]+)\}|(\w+))$/.exec(pattern);
  if (!extensions) return !isGlob && !pattern.endsWith('*');
  return (extensions[1] ?? extensions[2] ?? '').split(',').every((extension) => sourceExtension(`a.${extension}`));
}

function globMatcher({ folder, pattern }: RootedPattern, dot = false): Matcher | null {
  if (!isTameGlob(pattern)) return null;
  const matches = picomatch(pattern, { dot });
  if (folder === '') return matches;
  return (path) => path.startsWith(`${folder}/`) && matches(path.slice(folder.length + 1));
}

/** In a template everything but the holes is literal; a hole stays within one segment of the path. */
function templateMatcher({ folder, pattern }: RootedPattern): Matcher | null {
  const literals = posix.join(folder, pattern).split(/\*+/);
  if (literals.length - 1 > MOST_HOLES) return null;
  const shape = new RegExp(`^${literals.map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('[^/]*')}$`);
  return (path) => {
    const extension = sourceExtension(path);
    // Only JSON may go without its extension; and an ending such as `.css` is one that the template has.
    if (!extension) return shape.test(path) && (path.endsWith('.json') || !pattern.endsWith('*'));
    // What runs is imported at run time; declarations do not.
    if (extension.startsWith('.d.')) return false;
    const stem = path.slice(0, -extension.length);
    const spellings = [path, stem, `${stem}.js`, ...(stem.endsWith('/index') ? [posix.dirname(stem)] : [])];
    return spellings.some((spelling) => shape.test(spelling));
  };
}

/** Of a sorted list, those that begin so. */
function* startingWith(paths: readonly string[], prefix: string): Generator<string> {
  let low = 0;
  let high = paths.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((paths[middle] ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < paths.length; at++) {
    const path = paths[at] ?? '';
    if (!path.startsWith(prefix)) return;
    yield path;
  }
}
