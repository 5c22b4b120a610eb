import { posix } from 'node:path';
import { compareCodeUnits } from '../../base/text.ts';
import type { EntryMissing } from '../project-records.ts';
import { sourceExtension } from '../scan/source-paths.ts';
import { findSourceOf, type ResolveContext, sourcesOf } from './resolve-context.ts';

/**
 * Where an entry of a manifest leads: files of the project, which need not be sources. Asks the scan alone and never the disk, so that the answer is the
 * same before and after a build.
 * @param paths of all scanned sources, sorted
 * @param directory folder of the manifest
 * @param target as written there; a star stands for any part of a path, slashes included
 * @param subpath under which others know it, for the convention that `./button` is `src/button`
 */
export function resolveEntry(
  context: ResolveContext,
  paths: readonly string[],
  directory: string,
  target: string,
  subpath: string,
): readonly string[] | EntryMissing {
  const path = posix.join(directory, target);
  if (path === '..' || path.startsWith('../') || path.startsWith('/')) return 'outside-root';
  const found = path.includes('*')
    ? patternModules(context, paths, directory, path)
    : singleModule(context, directory, path, subpath);
  if (found.length > 0) return found.every((one) => context.passedOver.has(one)) ? 'excluded' : found;
  if (/\.\w+$/.test(path) && !sourceExtension(path)) return path.includes('*') ? 'not-a-module' : [path];
  return sourcesOf(context, path).length > 0 ? 'unbuilt-output' : 'file-not-found';
}

function singleModule(context: ResolveContext, directory: string, path: string, subpath: string): string[] {
  const plain = path === '.' ? '' : path.replace(/\/$/, '');
  const found =
    context.index.find(plain) ??
    findSourceOf(context, plain) ??
    context.index.find(posix.join(directory, 'src', subpath));
  return found === null ? [] : [found];
}

/** The modules of the package that fit a pattern, or, where there are none, that what fits it is made from. */
function patternModules(
  context: ResolveContext,
  paths: readonly string[],
  directory: string,
  pattern: string,
): string[] {
  const extension = sourceExtension(pattern);
  const stem = extension ? pattern.slice(0, -extension.length) : pattern;
  for (const candidate of [stem, ...sourcesOf(context, pattern)]) {
    const found = fitting(paths, candidate).filter((path) => context.packages.ownerOf(path)?.directory === directory);
    if (found.length > 0) return found;
  }
  return [];
}

/** Sources whose path fits, with or without its extension. All stars of a pattern stand for the same, so the first one decides. */
function fitting(paths: readonly string[], pattern: string): string[] {
  const star = pattern.indexOf('*');
  const prefix = pattern.slice(0, star);
  const rest = pattern.slice(star + 1);
  const found: string[] = [];
  for (let at = firstNotBelow(paths, prefix); at < paths.length; at++) {
    const path = paths[at] ?? '';
    if (!path.startsWith(prefix)) break;
    const stem = path.slice(0, -(sourceExtension(path)?.length ?? 0));
    if (isFilled(path, prefix, rest) || isFilled(stem, prefix, rest)) found.push(path);
  }
  return found;
}

function isFilled(path: string, prefix: string, rest: string): boolean {
  const star = rest.indexOf('*');
  if (star < 0) return path.length > prefix.length + rest.length && path.endsWith(rest);
  const between = rest.slice(0, star);
  const end = rest.slice(star + 1);
  // `./*/*.js`: what stands for the first star is repeated by the second.
  const length = (path.length - prefix.length - between.length - end.length) / 2;
  const filling = path.slice(prefix.length, prefix.length + length);
  return length >= 1 && path === prefix + filling + between + filling + end;
}

function firstNotBelow(paths: readonly string[], prefix: string): number {
  let low = 0;
  let high = paths.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareCodeUnits(paths[middle] ?? '', prefix) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
