import type { EdgeKind } from '../../base/edge-kinds.ts';
import type { FileFacts, Resolution } from '../records.ts';
import { bundlerOf } from '../scan/bundler-configs.ts';
import type { Scan } from '../scan/scan-records.ts';
import { createFolderLog, loggedIndex, loggedProbe } from './folder-log.ts';
import { joinSpecifier } from './join-specifier.ts';
import { createLeafFiles } from './leaf-files.ts';
import { createLockedNames, isLockFile } from './locked-names.ts';
import { mapPattern } from './map-pattern.ts';
import { conditionOf } from './module-format.ts';
import { createModuleIndexes } from './module-index.ts';
import { createNeighbourhoods, type Neighbourhood } from './neighbourhoods.ts';
import { normaliseSpecifier } from './normalise-specifier.ts';
import { outputMappings } from './output-mappings.ts';
import { createFileProbe } from './probe-files.ts';
import { createProjectPackages } from './project-packages.ts';
import { resolveAbsolute } from './resolve-absolute.ts';
import type { Outcome, ResolveContext } from './resolve-context.ts';
import { resolveEntry } from './resolve-entry.ts';
import { findModuleAt, resolveRelative } from './resolve-path.ts';
import type { Resolver } from './resolver.ts';
import { signatureOf } from './signature.ts';
import { isRelative } from './specifier.ts';
import { DEFAULT_ERASURE } from './tsconfig/erasure-settings.ts';
import { readTsconfigs } from './tsconfig/read-tsconfigs.ts';
import { createTsconfigOwners } from './tsconfig/tsconfig-owners.ts';

/**
 * Resolution for one scan of a project: nothing that it found out outlives the build.
 * @param root absolute path of the project
 * @param configs facts of the configurations of bundlers, among any others; asked for with the first import
 */
export function createResolver(
  root: string,
  scan: Scan,
  configs: () => readonly Pick<FileFacts, 'path' | 'aliases'>[] = () => [],
): Resolver {
  const packages = createProjectPackages(scan.packages);
  const { tsconfigs, diagnostics, inputs } = readTsconfigs(
    root,
    scan.configs.map(({ path }) => path).filter((path) => /(?:^|\/)[tj]sconfig(?:\.[^/]+)?\.json$/.test(path)),
    (name) => packages.named(name, null)?.directory ?? null,
  );
  const log = createFolderLog(root, scan.directories);
  const outputs = outputMappings(tsconfigs);
  const passedOver = new Set(
    scan.diagnostics
      .filter(({ code }) => code === 'skipped-too-large' || code === 'skipped-minified')
      .map(({ path }) => path),
  );
  const paths = scan.files.map(({ path }) => path);
  const indexes = createModuleIndexes([...paths, ...passedOver]);
  const code: ResolveContext = {
    index: loggedIndex(indexes.code, log),
    folders: new Set(scan.directories.map(({ path }) => path)),
    passedOver,
    declarationsFirst: false,
    packages,
    locked: createLockedNames(
      root,
      scan.configs.map(({ path }) => path),
    ),
    probe: loggedProbe(createFileProbe(root), log),
    outputsOf: (directory) => outputs.get(directory) ?? [],
    modules: new Map(),
  };
  // Entries are found anew by every build: nothing rests on where they were looked for.
  const unlogged: ResolveContext = { ...code, index: indexes.code };
  const declarations: ResolveContext = {
    ...code,
    index: loggedIndex(indexes.declarations, log),
    declarationsFirst: true,
  };
  const tsconfigFor = createTsconfigOwners(tsconfigs);
  const findNeighbourhood = createNeighbourhoods(packages, tsconfigFor, configs);

  // Importers come one after the other with all their specifiers.
  let lastPath: string | undefined;
  let last: Neighbourhood;
  return {
    diagnostics,
    inputs: [...inputs, ...paths.filter((path) => bundlerOf(path) !== null)],
    log,
    signature: signatureOf([
      scan.packages,
      [...outputs],
      [...passedOver],
      scan.configs.filter(({ path }) => isLockFile(path)),
    ]),
    signatureOf: (path) => findNeighbourhood(path).signature,
    ownerOf: packages.ownerOf,
    leavesIn: createLeafFiles(root),
    resolveEntry: (directory, target, subpath) => resolveEntry(unlogged, paths, directory, target, subpath),
    mapPattern(fromPath, pattern) {
      const { tsconfig, aliases } = findNeighbourhood(fromPath);
      return mapPattern(tsconfig, aliases, pattern);
    },
    erasureOf: (path) => findNeighbourhood(path).tsconfig ?? DEFAULT_ERASURE,
    resolve(fromPath, specifier, kind) {
      if (fromPath !== lastPath) {
        last = findNeighbourhood(fromPath);
        lastPath = fromPath;
      }
      const wanted = normaliseSpecifier(specifier, kind);
      const condition = conditionOf(kind, last.format);
      const context = last.declares || TYPES_ONLY.has(kind) ? declarations : code;
      // What bundlers read as their own syntax can be part of a name: where there is such a file, it is meant.
      if (wanted !== specifier && isRelative(specifier)) {
        const literal = findModuleAt(context, joinSpecifier(fromPath, specifier), condition);
        if (literal) return resolution(specifier, literal);
      }
      if (isRelative(wanted)) {
        return resolution(specifier, resolveRelative(context, fromPath, wanted, condition, last.tsconfig));
      }
      // What a specifier means can depend on the kind of import too (see normaliseSpecifier); nearly always it does not.
      const meaning = wanted === specifier ? specifier : `${wanted}\0${specifier}`;
      const key = `${condition === 'require' ? 'require\0' : ''}${context === code ? '' : 'types\0'}${meaning}`;
      let answer = last.answers.get(key);
      if (answer) answer.folders.forEach(log.note);
      else {
        answer = log.during(() => resolution(specifier, resolveAbsolute(context, last, wanted, condition)));
        last.answers.set(key, answer);
      }
      return answer.result;
    },
  };
}

/** Of kinds that only TypeScript reads, it reads the declarations. */
const TYPES_ONLY: ReadonlySet<EdgeKind> = new Set<EdgeKind>(['type', 'jsdoc', 'triple-slash']);

function resolution(specifier: string, outcome: Outcome): Resolution {
  return 'reason' in outcome ? { kind: 'unresolved', id: `?:${specifier}`, reason: outcome.reason } : outcome;
}
