import { posix } from 'node:path';
import type { ProjectPackage } from '../scan/scan-records.ts';
import { sourceExtension } from '../scan/source-paths.ts';
import { type ConditionKind, exportTargets } from './export-targets.ts';
import {
  findSourceOf,
  moduleOutcome,
  type Outcome,
  probeOutcome,
  type ResolveContext,
  sourcesOf,
} from './resolve-context.ts';
import { asRecord } from './tsconfig/config-files.ts';

/**
 * Where a key of one of the project's own packages leads: `exports` if it has any, else the entry fields of older
 * manifests or the path itself. Targets that point at build output lead to its source, so the answer is the same
 * before and after a build, with and without node_modules.
 * @param subpath `.` or `./…`
 * @param custom `customConditions` of the importer's tsconfig
 */
export function resolveInPackage(
  context: ResolveContext,
  own: ProjectPackage,
  subpath: string,
  kind: ConditionKind,
  custom: readonly string[],
): Outcome {
  const hasExports = own.exports !== undefined && own.exports !== null;
  const { declarationsFirst } = context;
  const targets = hasExports
    ? exportTargets(own.exports, subpath, kind, custom, declarationsFirst)
    : olderTargets(own, subpath, kind, declarationsFirst);
  if (targets === null) return { reason: 'not-exported' };
  const outcome = resolveTargets(context, own, targets) ?? conventionalSource(context, own, subpath);
  if (outcome) return outcome;
  return { reason: hasExports || subpath === '.' ? 'unbuilt-output' : 'file-not-found' };
}

/** The first of several targets in a package that leads to something. */
export function resolveTargets(
  context: ResolveContext,
  own: ProjectPackage,
  targets: readonly string[],
): Outcome | null {
  const paths = targets.map((target) => posix.join(own.directory, target)).filter((path) => isInside(own, path));
  for (const path of paths) {
    const found = context.index.find(path) ?? findSourceOf(context, path);
    if (found) return moduleOutcome(context, found);
  }
  // Not code that we parse: a stylesheet, JSON. Sources first, so that a build does not change the answer.
  for (const path of paths.filter((candidate) => !sourceExtension(candidate) && /\.\w+$/.test(candidate))) {
    for (const candidate of [...sourcesOf(context, path), path]) {
      const outcome = probeOutcome(context, candidate);
      if (outcome) return outcome;
    }
  }
  return null;
}

/** `main` and its relatives for the package itself; for anything deeper, the path as it is. */
function olderTargets(own: ProjectPackage, subpath: string, kind: ConditionKind, types: boolean): string[] {
  const typed = versionedTargets(own.typesVersions, subpath);
  if (subpath !== '.') {
    const published = own.publishDirectory === null ? [] : [posix.join(own.publishDirectory, subpath)];
    return [subpath, ...published, ...typed];
  }
  const code = kind === 'import' ? [own.module, own.main] : [own.main, own.module];
  const entries = types ? [own.types, ...typed, ...code] : [...code, own.types, ...typed];
  return [own.source, ...entries, './index'].filter((entry) => entry !== null);
}

/**
 * Where `typesVersions` puts the declarations of a path: of its ranges the first, which is meant for the newest TypeScript.
 * https://www.typescriptlang.org/docs/handbook/declaration-files/publishing.html#version-selection-with-typesversions
 */
function versionedTargets(typesVersions: unknown, subpath: string): string[] {
  const [patterns] = Object.values(asRecord(typesVersions)).map(asRecord);
  // Its patterns are without `./`, and `exports` wants them with it.
  const dotted = Object.entries(patterns ?? {}).map(([pattern, targets]) => [`./${pattern}`, targets] as const);
  return exportTargets(Object.fromEntries(dotted), subpath === '.' ? './index' : subpath, 'import', []) ?? [];
}

/** Where people keep the source of an entry when no configuration leads there. */
function conventionalSource(context: ResolveContext, own: ProjectPackage, subpath: string): Outcome | null {
  const found = context.index.find(posix.join(own.directory, 'src', subpath));
  return found ? moduleOutcome(context, found) : null;
}

function isInside({ directory }: ProjectPackage, path: string): boolean {
  return directory === '' ? !path.startsWith('..') : path === directory || path.startsWith(`${directory}/`);
}
