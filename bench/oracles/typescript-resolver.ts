import { builtinModules } from 'node:module';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';
import type { EdgeTarget } from './edge-target.ts';
import type { TypescriptProject } from './typescript-projects.ts';
import type { OracleSite } from './typescript-sites.ts';

export interface TypescriptResolver {
  resolve(project: TypescriptProject, path: string, site: OracleSite): EdgeTarget;
  isSource(path: string): boolean;
}

export interface ResolverTree {
  /** The project's sources, from the root. */
  readonly sources: ReadonlySet<string>;
  /** The source of what a compiler emitted. */
  readonly sourceOf: (output: string) => string | null;
}

/**
 * TypeScript's own answer for one place, as its program would get it: by the options of the configuration, the module
 * format of the file, and the module system that the syntax asks for.
 * @param root real absolute path of the project
 */
export function createTypescriptResolver(root: string, { sources, sourceOf }: ResolverTree): TypescriptResolver {
  // Without `realpath` TypeScript says where it found a package, and so by which name it is installed.
  const { realpath: _, ...host } = ts.sys;
  const caches = new Map<TypescriptProject, ts.ModuleResolutionCache>();
  const cacheOf = (project: TypescriptProject): ts.ModuleResolutionCache => {
    const cache = caches.get(project) ?? ts.createModuleResolutionCache(root, (name) => name, project.options);
    caches.set(project, cache);
    return cache;
  };
  const fromRoot = (path: string): string => relative(root, path).split(sep).join('/');

  const targetOf = (file: string): EdgeTarget => {
    const real = ts.sys.realpath?.(file) ?? file;
    if (real.includes('/node_modules/')) {
      return { kind: 'external', id: `npm:${packageAt(file) ?? packageAt(real) ?? ''}` };
    }
    const path = fromRoot(real);
    if (sources.has(path)) return { kind: 'module', id: path };
    if (path.startsWith('../')) return { kind: 'beyond', id: real };
    const source = sourceOf(path);
    if (source !== null && sources.has(source)) return { kind: 'module', id: source };
    return path.endsWith('.json') ? { kind: 'json', id: path } : { kind: 'beyond', id: path };
  };

  return {
    isSource: (path) => sources.has(path),
    resolve(project, path, { named, specifier, kind }) {
      const { options } = project;
      const file = join(root, path);
      if (named === 'path') {
        const target = join(file, '..', specifier);
        return ts.sys.fileExists(target) ? targetOf(target) : { kind: 'nothing', reason: 'no such file' };
      }
      if (named === 'types') {
        const { resolvedTypeReferenceDirective } = ts.resolveTypeReferenceDirective(specifier, file, options, host);
        const name = resolvedTypeReferenceDirective?.resolvedFileName;
        return name ? targetOf(name) : { kind: 'nothing', reason: 'no such types' };
      }
      // An ambient declaration goes before any file; those of Node's own modules are always there.
      const builtin = specifier.startsWith('node:') ? specifier : `node:${specifier}`;
      if ((builtin === specifier || BUILTINS.has(builtin)) && !options.paths?.[specifier])
        return { kind: 'builtin', id: builtin };
      const cache = cacheOf(project);
      const source = named.getSourceFile();
      source.impliedNodeFormat = ts.getImpliedNodeFormatForFile(file, cache.getPackageJsonInfoCache(), host, options);
      // In a TypeScript source a call of `require` is nothing to the compiler; to whoever runs it, it is CommonJS.
      const mode = kind === 'require' ? ts.ModuleKind.CommonJS : ts.getModeForUsageLocation(source, named, options);
      const { resolvedModule } = ts.resolveModuleName(specifier, file, options, host, cache, undefined, mode);
      return resolvedModule ? targetOf(resolvedModule.resolvedFileName) : { kind: 'nothing', reason: 'not found' };
    },
  };
}

const BUILTINS = new Set(builtinModules.map((name) => (name.startsWith('node:') ? name : `node:${name}`)));

/** The name under which a file's package is installed; `@types/…` by what it has the types of. */
function packageAt(file: string): string | null {
  const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? null;
  if (!name?.startsWith('@types/')) return name;
  const typed = name.slice('@types/'.length);
  return typed.includes('__') ? `@${typed.replace('__', '/')}` : typed;
}
