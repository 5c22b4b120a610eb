import { posix } from 'node:path';
import type { EdgeKind } from '../../base/edge-kinds.ts';
import type { Diagnostic, Package, Resolution } from '../records.ts';
import type { Scan } from '../scan/scan-records.ts';
import { sourceExtension } from '../scan/source-paths.ts';
import type { ConditionKind } from './export-targets.ts';
import { createLockedNames } from './locked-names.ts';
import { conditionOf, moduleFormat } from './module-format.ts';
import { createModuleIndex } from './module-index.ts';
import type { OutputMapping } from './output-to-source.ts';
import { createFileProbe } from './probe-files.ts';
import { createProjectPackages } from './project-packages.ts';
import { type Importer, resolveBare } from './resolve-bare.ts';
import type { Outcome, ResolveContext } from './resolve-context.ts';
import { resolveRelative } from './resolve-path.ts';
import { hasScheme, isRelative, withoutBundlerSyntax } from './specifier.ts';
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
  /** The package that a file of the project belongs to; null outside of every package. */
  ownerOf(path: string): Package | null;
  /** Faults of the configurations that were read. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Importers that share their answers to bare specifiers. */
interface Neighbourhood extends Importer {
  /** All that they import is types. */
  readonly declares: boolean;
  readonly answers: Map<string, Resolution>;
}

/** @param root absolute path of the project */
export function createResolver(root: string, scan: Scan): Resolver {
  const packages = createProjectPackages(scan.packages);
  const { tsconfigs, diagnostics } = readTsconfigs(
    root,
    scan.configs.map(({ path }) => path).filter((path) => /(?:^|\/)[tj]sconfig(?:\.[^/]+)?\.json$/.test(path)),
    (name) => packages.named(name, null)?.directory ?? null,
  );
  const passedOver = new Set(
    scan.diagnostics
      .filter(({ code }) => code === 'skipped-too-large' || code === 'skipped-minified')
      .map(({ path }) => path),
  );
  const paths = [...scan.files.map(({ path }) => path), ...passedOver];
  const code: ResolveContext = {
    index: createModuleIndex(paths),
    folders: new Set(scan.directories.map(({ path }) => path)),
    passedOver,
    declarationsFirst: false,
    packages,
    locked: createLockedNames(
      root,
      scan.configs.map(({ path }) => path),
    ),
    probe: createFileProbe(root),
    outputsOf: outputMappings(tsconfigs),
    modules: new Map(),
  };
  const declarations: ResolveContext = {
    ...code,
    index: createModuleIndex(paths, { declarationsFirst: true }),
    declarationsFirst: true,
  };
  const tsconfigFor = createTsconfigOwners(tsconfigs);
  const neighbourhoods = new Map<string, Neighbourhood>();
  const findNeighbourhood = (path: string): Neighbourhood => {
    const tsconfig = tsconfigFor(path);
    const own = packages.ownerOf(path);
    const declares = /\.d\.[cm]?ts$/.test(path);
    const format = moduleFormat(path, own, tsconfig);
    const key = `${tsconfig?.path ?? ''}\0${own?.directory ?? ''}\0${declares}\0${format}`;
    const found = neighbourhoods.get(key) ?? {
      tsconfig,
      own,
      format,
      declares,
      answers: new Map<string, Resolution>(),
    };
    neighbourhoods.set(key, found);
    return found;
  };

  // Importers come one after the other with all their specifiers.
  let lastPath = '';
  let last = findNeighbourhood(lastPath);
  return {
    diagnostics,
    ownerOf: packages.ownerOf,
    resolve(fromPath, specifier, kind) {
      if (fromPath !== lastPath) {
        last = findNeighbourhood(fromPath);
        lastPath = fromPath;
      }
      const wanted = normalise(specifier, kind);
      const condition = conditionOf(kind, last.format);
      const context = last.declares || TYPES_ONLY.has(kind) ? declarations : code;
      if (isRelative(wanted)) {
        return resolution(specifier, resolveRelative(context, fromPath, wanted, condition, last.tsconfig));
      }
      // What a specifier means can depend on the kind of import too (see normalise); nearly always it does not.
      const meaning = wanted === specifier ? specifier : `${wanted}\0${specifier}`;
      const key = `${condition === 'require' ? 'require\0' : ''}${context === code ? '' : 'types\0'}${meaning}`;
      let answer = last.answers.get(key);
      if (!answer) {
        answer = resolution(specifier, resolveAbsolute(context, last, wanted, condition));
        last.answers.set(key, answer);
      }
      return answer;
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
    const directory = importer.own?.directory ?? '';
    return resolveRelative(context, posix.join(directory, 'package.json'), `.${specifier}`, kind, null);
  }
  return resolveBare(context, importer, specifier, kind);
}

function resolution(specifier: string, outcome: Outcome): Resolution {
  return 'reason' in outcome ? { kind: 'unresolved', id: `?:${specifier}`, reason: outcome.reason } : outcome;
}

/** By folder: what the tsconfigs in it say about output. A declaration folder mirrors the sources as `outDir` does. */
function outputMappings(tsconfigs: ReadonlyMap<string, Tsconfig>): (directory: string) => readonly OutputMapping[] {
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
  return (directory) => mappings.get(directory) ?? [];
}
