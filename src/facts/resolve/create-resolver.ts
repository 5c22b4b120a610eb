import { posix } from 'node:path';
import type { EdgeKind } from '../../base/edge-kinds.ts';
import { contentHash } from '../extract/content-hash.ts';
import type { Diagnostic, FileFacts, Package, Resolution } from '../records.ts';
import { bundlerOf } from '../scan/bundler-configs.ts';
import type { Scan } from '../scan/scan-records.ts';
import { sourceExtension } from '../scan/source-paths.ts';
import { createAliasFolders } from './aliases/bundler-aliases.ts';
import type { ConditionKind } from './export-targets.ts';
import { createFolderLog, type FolderLog, loggedIndex, loggedProbe } from './folder-log.ts';
import { createLeafFiles, type LeafFiles } from './leaf-files.ts';
import { createLockedNames, isLockFile } from './locked-names.ts';
import { mapPattern } from './map-pattern.ts';
import { conditionOf, moduleFormat } from './module-format.ts';
import { createModuleIndex } from './module-index.ts';
import type { OutputMapping } from './output-to-source.ts';
import { createFileProbe } from './probe-files.ts';
import { createProjectPackages } from './project-packages.ts';
import { aliasOutcome, type Importer, resolveBare } from './resolve-bare.ts';
import type { Outcome, ResolveContext } from './resolve-context.ts';
import { findModuleAt, resolveRelative } from './resolve-path.ts';
import { hasScheme, isRelative, withoutBundlerSyntax } from './specifier.ts';
import { DEFAULT_ERASURE, type ErasureSettings } from './tsconfig/erasure-settings.ts';
import { readTsconfigs } from './tsconfig/read-tsconfigs.ts';
import { createTsconfigOwners } from './tsconfig/tsconfig-owners.ts';
import type { Tsconfig } from './tsconfig/tsconfig-record.ts';

export interface Resolver {
  /**
   * Where a specifier leads.
   * @param fromPath the importing module, from the root
   * @param kind decides between `import` and `require` conditions, and what a plain name means to `new URL(…)`
   */
  resolve(fromPath: string, specifier: string, kind: EdgeKind): Resolution;
  /** What `paths` of the tsconfig and aliases of bundlers make of a pattern that begins with a name; paths from the root. */
  mapPattern(fromPath: string, pattern: string): readonly string[];
  /** The files of a folder that are no sources, sorted. */
  readonly leavesIn: LeafFiles;
  /** The package that a file of the project belongs to; null outside of every package. */
  ownerOf(path: string): Package | null;
  /** What the configuration of a file says of what TypeScript erases. */
  erasureOf(path: string): ErasureSettings;
  /** Faults of the configurations that were read. */
  readonly diagnostics: readonly Diagnostic[];
  /** Configuration files that were looked for, there or not, from the root; some are none by their name, but extended by others. */
  readonly inputs: readonly string[];
  /** Where {@link resolve} looked. */
  readonly log: FolderLog;
  /**
   * What all answers rest on besides sources and folders: equal signatures of two resolvers mean that their packages and
   * output folders say the same.
   */
  readonly signature: string;
  /** The same for what only the files near this one rest on: its tsconfig and its package. */
  signatureOf(path: string): string;
}

/** Importers that share their answers to bare specifiers. */
interface Neighbourhood extends Importer {
  /** All that they import is types. */
  readonly declares: boolean;
  readonly answers: Map<string, LoggedAnswer>;
  readonly signature: string;
}

interface LoggedAnswer {
  readonly result: Resolution;
  readonly folders: readonly string[];
}

/**
 * @param root absolute path of the project
 * @param configs facts of the configurations of bundlers, among any others
 */
export function createResolver(
  root: string,
  scan: Scan,
  configs: readonly Pick<FileFacts, 'path' | 'aliases'>[] = [],
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
  const paths = [...scan.files.map(({ path }) => path), ...passedOver];
  const code: ResolveContext = {
    index: loggedIndex(createModuleIndex(paths), log),
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
  const declarations: ResolveContext = {
    ...code,
    index: loggedIndex(createModuleIndex(paths, { declarationsFirst: true }), log),
    declarationsFirst: true,
  };
  const tsconfigFor = createTsconfigOwners(tsconfigs);
  const aliasesFor = createAliasFolders(configs);
  const neighbourhoods = new Map<string, Neighbourhood>();
  const findNeighbourhood = (path: string): Neighbourhood => {
    const tsconfig = tsconfigFor(path);
    const own = packages.ownerOf(path);
    const declares = /\.d\.[cm]?ts$/.test(path);
    const format = moduleFormat(path, own, tsconfig);
    const aliases = aliasesFor(path.includes('/') ? posix.dirname(path) : '');
    const aliasKey = aliases[0] ? `/${aliases[0].directory}` : '';
    const key = `${tsconfig?.path ?? ''}\0${own?.directory ?? ''}\0${aliasKey}\0${declares}\0${format}`;
    const known = neighbourhoods.get(key);
    if (known) return known;
    const signature = signatureOf([key, tsconfig, aliases]);
    const found = { tsconfig, own, aliases, format, declares, signature, answers: new Map<string, LoggedAnswer>() };
    neighbourhoods.set(key, found);
    return found;
  };

  // Importers come one after the other with all their specifiers.
  let lastPath = '';
  let last = findNeighbourhood(lastPath);
  return {
    diagnostics,
    inputs: [...inputs, ...scan.files.map(({ path }) => path).filter((path) => bundlerOf(path) !== null)],
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
    mapPattern(fromPath, pattern) {
      const { tsconfig, aliases } = findNeighbourhood(fromPath);
      return mapPattern(tsconfig, aliases, pattern);
    },
    erasureOf: (path) => tsconfigFor(path) ?? DEFAULT_ERASURE,
    resolve(fromPath, specifier, kind) {
      if (fromPath !== lastPath) {
        last = findNeighbourhood(fromPath);
        lastPath = fromPath;
      }
      const wanted = normalise(specifier, kind);
      const condition = conditionOf(kind, last.format);
      const context = last.declares || TYPES_ONLY.has(kind) ? declarations : code;
      // What bundlers read as their own syntax can be part of a name: where there is such a file, it is meant.
      if (wanted !== specifier && isRelative(specifier)) {
        const literal = findModuleAt(context, posix.join(posix.dirname(fromPath), specifier), condition);
        if (literal) return resolution(specifier, literal);
      }
      if (isRelative(wanted)) {
        return resolution(specifier, resolveRelative(context, fromPath, wanted, condition, last.tsconfig));
      }
      // What a specifier means can depend on the kind of import too (see normalise); nearly always it does not.
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

/** `new URL('worker.js', …)` and `/// <reference path="globals.d.ts" />` mean a file beside the importer. */
function normalise(specifier: string, kind: EdgeKind): string {
  const wanted = withoutBundlerSyntax(specifier);
  const isUrl = kind === 'asset';
  const meansFile = isUrl || (kind === 'triple-slash' && sourceExtension(wanted) !== null);
  const path = isUrl ? wanted.replace(/#.*$/, '') : wanted;
  return meansFile && !isRelative(path) && !path.startsWith('/') && !hasScheme(path) ? `./${path}` : path;
}

function resolveAbsolute(context: ResolveContext, importer: Importer, specifier: string, kind: ConditionKind): Outcome {
  if (hasScheme(specifier) && !specifier.startsWith('node:')) return { reason: 'unsupported-scheme' };
  // `/src/main.ts` is a URL from the package's folder to the development servers that understand it.
  if (specifier.startsWith('/')) {
    const aliased = aliasOutcome(context, importer, specifier, kind);
    if (aliased && !('reason' in aliased)) return aliased;
    const directory = importer.own?.directory ?? '';
    return resolveRelative(context, posix.join(directory, 'package.json'), `.${specifier}`, kind, null);
  }
  return resolveBare(context, importer, specifier, kind);
}

function resolution(specifier: string, outcome: Outcome): Resolution {
  return 'reason' in outcome ? { kind: 'unresolved', id: `?:${specifier}`, reason: outcome.reason } : outcome;
}

/** By folder: what the tsconfigs in it say about output. A declaration folder mirrors the sources as `outDir` does. */
function outputMappings(tsconfigs: ReadonlyMap<string, Tsconfig>): ReadonlyMap<string, readonly OutputMapping[]> {
  const mappings = new Map<string, OutputMapping[]>();
  for (const { directory, outDir, declarationDir, rootDir } of tsconfigs.values()) {
    for (const output of [outDir, declarationDir]) {
      if (!output) continue;
      const known = mappings.get(directory) ?? [];
      if (!known.some((mapping) => mapping.output === output && mapping.source === rootDir)) {
        known.push({ output, source: rootDir });
      }
      mappings.set(directory, known);
    }
  }
  return mappings;
}

const signatureOf = (content: unknown): string =>
  contentHash(Buffer.from(JSON.stringify(content, (_, value) => (value instanceof Map ? [...value] : value))));
