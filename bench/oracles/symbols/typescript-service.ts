import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';
import { createTypescriptProjects, type TypescriptProject } from '../typescript-projects.ts';

/** TypeScript's language service over all sources of a project at once, as if one editor had one program of them. */
export interface TypescriptService {
  readonly service: ts.LanguageService;
  /** The tree of a source, by path from the root. */
  sourceFile(path: string): ts.SourceFile | undefined;
  /** From the root; null for a file that is not a source of the project. */
  sourcePath(fileName: string): string | null;
}

/** Options for looking, not for compiling. */
const OPTIONS: ts.CompilerOptions = {
  allowJs: true,
  noEmit: true,
  skipLibCheck: true,
  strict: true,
  esModuleInterop: true,
  experimentalDecorators: true,
  jsx: ts.JsxEmit.Preserve,
  module: ts.ModuleKind.ESNext,
  // Scripts of different programs (examples, service workers) would share one global scope here.
  moduleDetection: ts.ModuleDetectionKind.Force,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  resolveJsonModule: true,
  target: ts.ScriptTarget.ESNext,
  types: [],
};

/**
 * Imports between sources of the project lead where our graph says: of that another oracle is the judge (`npm run oracle`), and what is built lies
 * elsewhere than its sources. All others lead where TypeScript says under the configuration of their file.
 * @param root real absolute path of the project, installed
 * @param paths sources, from the root
 * @param moduleOf the source that a specifier in a source leads to, null for none
 */
export function createTypescriptService(
  root: string,
  paths: readonly string[],
  moduleOf: (path: string, specifier: string) => string | null,
): TypescriptService {
  const projects = createTypescriptProjects(root);
  const sources = new Set(paths);
  const fromRoot = (file: string): string => relative(root, file).split(sep).join('/');
  const ownerOf = (path: string): TypescriptProject => {
    const candidates = projects.candidatesFor(path).flat();
    return candidates.find(({ roots }) => roots.has(path)) ?? candidates[0] ?? projects.inferred;
  };
  const caches = new Map<TypescriptProject, ts.ModuleResolutionCache>();
  const resolve = (specifier: string, file: string, mode: ts.ResolutionMode): ts.ResolvedModuleFull | undefined => {
    const path = fromRoot(file);
    const source = moduleOf(path, specifier);
    if (source !== null) {
      const extension = extensionOf(source);
      // Components and assets are no sources of its own.
      if (extension === undefined) return undefined;
      return { resolvedFileName: join(root, source), extension, isExternalLibraryImport: false };
    }
    const owner = ownerOf(path);
    const cache = caches.get(owner) ?? ts.createModuleResolutionCache(root, (name) => name, owner.options);
    caches.set(owner, cache);
    const { resolvedModule } = ts.resolveModuleName(specifier, file, owner.options, ts.sys, cache, undefined, mode);
    return resolvedModule;
  };
  const texts = new Map<string, ts.IScriptSnapshot>();
  const host: ts.LanguageServiceHost = {
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    readDirectory: ts.sys.readDirectory,
    getCompilationSettings: () => OPTIONS,
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getScriptFileNames: () => paths.map((path) => join(root, path)),
    getScriptVersion: () => '1',
    getScriptSnapshot(file) {
      let text = texts.get(file);
      if (!text && ts.sys.fileExists(file)) {
        text = ts.ScriptSnapshot.fromString(readFileSync(file, 'utf8'));
        texts.set(file, text);
      }
      return text;
    },
    resolveModuleNameLiterals: (literals, file, _redirected, _options, sourceFile) =>
      literals.map((literal) => ({
        resolvedModule: resolve(literal.text, file, ts.getModeForUsageLocation(sourceFile, literal, OPTIONS)),
      })),
  };
  const service = ts.createLanguageService(host, ts.createDocumentRegistry());
  return {
    service,
    sourceFile: (path) => service.getProgram()?.getSourceFile(join(root, path)),
    sourcePath(fileName) {
      const path = fromRoot(fileName);
      return sources.has(path) ? path : null;
    },
  };
}

function extensionOf(path: string): ts.Extension | undefined {
  return /(?:\.d)?\.[cm]?[jt]sx?$|\.json$/.exec(path)?.[0] as ts.Extension | undefined;
}
