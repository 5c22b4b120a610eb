import { posix } from 'node:path';
import type { ProjectPackage } from '../scan/scan-records.ts';
import type { AliasFolder } from './aliases/bundler-aliases.ts';
import { resolveAlias } from './aliases/resolve-alias.ts';
import { type ConditionKind, exportTargets } from './export-targets.ts';
import type { ModuleFormat } from './module-format.ts';
import {
  externalOutcome,
  findSourceOf,
  moduleOutcome,
  type Outcome,
  probeOutcome,
  type ResolveContext,
} from './resolve-context.ts';
import { resolveInPackage, resolveTargets } from './resolve-in-package.ts';
import { findModuleAt } from './resolve-path.ts';
import { builtinId, isRelative, parsePackageSpecifier } from './specifier.ts';
import { mapPaths } from './tsconfig/map-paths.ts';
import type { Tsconfig } from './tsconfig/tsconfig-record.ts';

/** Who imports, as far as a bare specifier is concerned: files with the same of these share all answers. */
export interface Importer {
  readonly tsconfig: Tsconfig | null;
  readonly own: ProjectPackage | null;
  /** Configurations of bundlers that hold for it. */
  readonly aliases: readonly AliasFolder[];
  readonly format: ModuleFormat | null;
}

/**
 * Resolves a specifier that is neither relative nor a URL, in TypeScript's order: `paths` and `baseUrl`, Node's own
 * modules, `imports` of the package (`#…`), the project's packages, published packages. Aliases of bundlers come after `paths`, which
 * nearly always say the same and are what the type checker goes by, and before all else, as they do in every bundler.
 *
 * Published packages are not looked for in node_modules: a name is one when any manifest of the project declares it.
 * So the answer does not depend on what is installed, and an alias that only a bundler knows (`@/cart`) is reported
 * and not mistaken for a package, which would hide its edges.
 */
export function resolveBare(
  context: ResolveContext,
  importer: Importer,
  specifier: string,
  kind: ConditionKind,
): Outcome {
  const { tsconfig, own } = importer;
  const mapped = tsconfig ? mapPaths(tsconfig, specifier) : { candidates: [], claimed: false };
  // Under a `baseUrl` every package name has a candidate; an ES module names files by their extension, and a folder never.
  const isFile = (path: string): boolean => mapped.claimed || importer.format !== 'module' || /\.\w+$/.test(path);
  // A path mapping may lead to installed files; those are found by package name below.
  const candidates = mapped.candidates.filter(
    (path) => isFile(path) && !path.startsWith('..') && !/(?:^|\/)node_modules\//.test(path),
  );
  for (const candidate of candidates) {
    const found = findModuleAt(context, candidate, kind);
    if (found) return found;
  }
  if (mapped.claimed) {
    // A path mapping that names what a build has written, there or not, means what that is made from.
    for (const candidate of candidates) {
      const source = findSourceOf(context, candidate);
      if (source) return moduleOutcome(context, source);
    }
    const file = firstProbed(context, candidates);
    if (file) return file;
  }
  const aliased = aliasOutcome(context, importer, specifier, kind);
  if (aliased && !('reason' in aliased)) return aliased;
  const builtin = builtinId(specifier);
  if (builtin) return { kind: 'builtin', id: builtin, package: null };
  if (specifier.startsWith('#') && (own?.imports || !aliased))
    return resolveInternal(context, importer, specifier, kind);

  const parsed = parsePackageSpecifier(specifier);
  const target = parsed && context.packages.named(parsed.name, own);
  if (parsed && target)
    return resolveInPackage(context, target, parsed.subpath, kind, tsconfig?.customConditions ?? []);
  if (parsed && context.packages.isDeclared(parsed.name)) return externalOutcome(parsed.name);
  // Last, because under a `baseUrl` every bare specifier has a candidate and this asks the file system.
  const file = mapped.claimed
    ? null
    : firstProbed(
        context,
        candidates.filter((path) => /\.\w+$/.test(path)),
      );
  if (file) return file;
  if (aliased) return aliased;
  if (parsed && !mapped.claimed && isInstalledFor(context, own, parsed.name)) return externalOutcome(parsed.name);
  if (tsconfig?.broken || own?.broken) return { reason: 'config-error' };
  return { reason: mapped.claimed ? 'file-not-found' : 'package-not-declared' };
}

/** What an alias makes of it; the specifier that it names is not looked for in `paths` or aliases again. */
export function aliasOutcome(
  context: ResolveContext,
  importer: Importer,
  specifier: string,
  kind: ConditionKind,
): Outcome | null {
  if (importer.aliases.length === 0) return null;
  const plain: Importer = { ...importer, tsconfig: null, aliases: [] };
  return resolveAlias(context, importer.aliases, specifier, kind, (named) => resolveBare(context, plain, named, kind));
}

/**
 * A package that others bring along. A folder of that name among the sources makes an alias as likely, and then saying
 * that it is not known is better than hiding the edge.
 */
function isInstalledFor({ index, folders, locked }: ResolveContext, own: ProjectPackage | null, name: string): boolean {
  const directory = own?.directory ?? '';
  const places = ['', 'src'].map((at) => posix.join(directory, at, name));
  return locked.has(name, directory) && !places.some((path) => index.find(path) !== null || folders.has(path));
}

/** `#…`: what the nearest package.json maps in `imports`, to files of its own or to another package. */
function resolveInternal(context: ResolveContext, importer: Importer, specifier: string, kind: ConditionKind): Outcome {
  const { tsconfig, own } = importer;
  const targets = own?.imports
    ? exportTargets(own.imports, specifier, kind, tsconfig?.customConditions ?? [], context.declarationsFirst)
    : null;
  if (!own || !targets) return { reason: own?.broken || tsconfig?.broken ? 'config-error' : 'not-exported' };
  const inside = resolveTargets(context, own, targets.filter(isRelative));
  if (inside) return inside;
  // Node lets a target name a package, never another `#…`: no circles.
  const bare = targets.find((target) => !isRelative(target) && !target.startsWith('#'));
  if (bare !== undefined) return resolveBare(context, { ...importer, tsconfig: null }, bare, kind);
  return { reason: 'unbuilt-output' };
}

function firstProbed(context: ResolveContext, candidates: readonly string[]): Outcome | null {
  for (const candidate of candidates) {
    const outcome = probeOutcome(context, candidate);
    if (outcome) return outcome;
  }
  return null;
}
