import { posix } from 'node:path';
import type { ConditionKind } from './export-targets.ts';
import { joinSpecifier } from './join-specifier.ts';
import { findSourceOf, moduleOutcome, type Outcome, probeOutcome, type ResolveContext } from './resolve-context.ts';
import { resolveInPackage } from './resolve-in-package.ts';
import { mapRootDirs } from './tsconfig/map-paths.ts';
import type { Tsconfig } from './tsconfig/tsconfig-record.ts';

/** The scanned module that a path from the root means, as a file or as a folder; null when there is none. */
export function findModuleAt(
  context: ResolveContext,
  path: string,
  kind: ConditionKind,
  folderOnly = false,
): Outcome | null {
  const directory = path === '.' ? '' : path.replace(/\/$/, '');
  const file = folderOnly || directory === '' ? null : context.index.findFile(directory);
  if (file) return moduleOutcome(context, file);
  const own = context.packages.at(directory);
  if (own) {
    // By its folder a package is entered as in the time before `exports`.
    const entry = resolveInPackage(context, { ...own, exports: undefined }, '.', kind, []);
    if (!('reason' in entry)) return entry;
  }
  const found = context.index.find(folderOnly ? posix.join(directory, 'index') : directory);
  return found ? moduleOutcome(context, found) : null;
}

/**
 * Resolves a relative specifier: the path itself, its twins under `rootDirs`, the source of the build output
 * that it names, and at last whatever the file system has there.
 */
export function resolveRelative(
  context: ResolveContext,
  fromPath: string,
  specifier: string,
  kind: ConditionKind,
  tsconfig: Tsconfig | null,
): Outcome {
  const path = joinSpecifier(fromPath, specifier);
  if (path === '..' || path.startsWith('../')) return { reason: 'outside-root' };
  const folderOnly = /(?:^|\/)\.{0,2}$/.test(specifier);
  const module = findModuleAt(context, path, kind, folderOnly);
  if (module) return module;
  for (const twin of tsconfig ? mapRootDirs(tsconfig, path) : []) {
    const found = findModuleAt(context, twin, kind, folderOnly);
    if (found) return found;
  }
  const source = findSourceOf(context, path);
  // `oven.js` that hands on `./dist/oven.js` is not what that is made from.
  if (source && source !== fromPath) return moduleOutcome(context, source);
  return probeOutcome(context, path) ?? { reason: 'file-not-found' };
}
