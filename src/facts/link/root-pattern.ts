import { posix } from 'node:path';
import type { EdgeKind } from '../../base/edge-kinds.ts';

/** A pattern placed in the project: what of it is a folder by its name, and what is to be matched below it. */
export interface RootedPattern {
  /** From the root; '' is the root. Whatever its name is made of (`(shop)`, `[id]`), it stands for itself. */
  readonly folder: string;
  readonly pattern: string;
  /** A glob (`import.meta.glob`), or a template with a star for each hole. */
  readonly isGlob: boolean;
}

/** Source text is input like any other: longer patterns could keep a matcher busy for ever. */
const LONGEST_PATTERN = 256;

/**
 * What a pattern of an importer counts from: its own folder (`./`, `../`), the package (`/`, as development servers have it, and
 * `**`, which Vite takes as it is), or what an alias makes of its beginning.
 * @param mapped what `paths` and aliases make of a pattern that begins with a name, from the root
 * @returns nothing for what leads out of the project or could mean anything
 */
export function rootPattern(
  fromPath: string,
  pattern: string,
  kind: EdgeKind,
  packageDirectory: string,
  mapped: (pattern: string) => readonly string[],
): RootedPattern[] {
  const isGlob = kind === 'glob';
  // In a template a `?` begins what tells the bundler how to read the file: `./styles/*.css?raw`.
  if (!isGlob && pattern.includes('?'))
    return rootPattern(fromPath, pattern.replace(/\?.*$/s, ''), kind, packageDirectory, mapped);
  if (pattern.length > LONGEST_PATTERN) return [];
  const place = (folder: string, rest: string): RootedPattern[] => {
    const [at, below] = climb(folder, posix.normalize(rest));
    if (at === null) return [];
    const literal = (isGlob ? /^(?:[^*?[\]{}()!+@]*\/)?/ : /^(?:[^*]*\/)?/).exec(below)?.[0] ?? '';
    return [{ folder: posix.join(at, literal).replace(/^\.$|\/$/, ''), pattern: below.slice(literal.length), isGlob }];
  };
  if (/^\.\.?\//.test(pattern)) return place(posix.dirname(fromPath), pattern);
  if (pattern.startsWith('/')) return place(packageDirectory, pattern.slice(1));
  if (isGlob && pattern.startsWith('**')) return place(packageDirectory, pattern);
  return mapped(pattern).flatMap((target) => place('', target));
}

/** Goes up a folder for each `..` that a path begins with; null above the root. */
function climb(folder: string, path: string): [folder: string | null, rest: string] {
  let at = folder === '.' ? '' : folder;
  let rest = path;
  while (rest.startsWith('../')) {
    if (at === '') return [null, rest];
    at = at.includes('/') ? posix.dirname(at) : '';
    rest = rest.slice(3);
  }
  return [at, rest];
}
