import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';

/** A tsconfig as TypeScript reads it. */
export interface TypescriptProject {
  /** From the root; null for the project that TypeScript infers for files without a configuration. */
  readonly configPath: string | null;
  readonly options: ts.CompilerOptions;
  /** As parsed; null for the inferred project. */
  readonly commandLine: ts.ParsedCommandLine | null;
  /** What `files` and `include` say, from the root. */
  readonly roots: ReadonlySet<string>;
  /** Configurations that it references, from the root. */
  readonly references: readonly string[];
}

export interface TypescriptProjects {
  /** Reads a configuration once; null when there is none. */
  load(configPath: string): TypescriptProject | null;
  /** Configurations to ask for a file, in tsserver's order: folder by folder upwards, each with what it references. */
  candidatesFor(path: string): readonly (readonly TypescriptProject[])[];
  readonly inferred: TypescriptProject;
}

/** What a language server takes for granted where no configuration is: any JavaScript, resolved as bundlers do. */
const INFERRED: ts.CompilerOptions = {
  allowJs: true,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  target: ts.ScriptTarget.ESNext,
  resolveJsonModule: true,
  jsx: ts.JsxEmit.Preserve,
};

/** @param root real absolute path of the project */
export function createTypescriptProjects(root: string): TypescriptProjects {
  const fromRoot = (path: string): string => relative(root, path).split(sep).join('/');
  const host: ts.ParseConfigFileHost = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} };
  const extended = new Map<string, ts.ExtendedConfigCacheEntry>();
  const known = new Map<string, TypescriptProject | null>();
  const read = (configPath: string): TypescriptProject | null => {
    const file = join(root, configPath);
    const commandLine = existsSync(file)
      ? ts.getParsedCommandLineOfConfigFile(file, undefined, host, extended)
      : undefined;
    if (!commandLine) return null;
    const references = (commandLine.projectReferences ?? []).map((reference) =>
      fromRoot(ts.resolveProjectReferencePath(reference)),
    );
    return {
      configPath,
      options: commandLine.options,
      commandLine,
      roots: new Set(commandLine.fileNames.map(fromRoot)),
      references,
    };
  };
  const load = (configPath: string): TypescriptProject | null => {
    let project = known.get(configPath);
    if (project === undefined) {
      project = read(configPath);
      known.set(configPath, project);
    }
    return project;
  };
  const chains = new Map<string, TypescriptProject[][]>();
  const chainOf = (folder: string): TypescriptProject[][] => {
    let chain = chains.get(folder);
    if (!chain) {
      const at = (name: string) => load(folder === '.' ? name : `${folder}/${name}`);
      const own = at('tsconfig.json') ?? at('jsconfig.json');
      const outer = folder === '.' ? [] : chainOf(dirname(folder));
      chain = own ? [withReferences(own, load), ...outer] : outer;
      chains.set(folder, chain);
    }
    return chain;
  };
  return {
    load,
    candidatesFor: (path) => chainOf(dirname(path)),
    inferred: { configPath: null, options: INFERRED, commandLine: null, roots: new Set(), references: [] },
  };
}

function withReferences(
  project: TypescriptProject,
  load: (configPath: string) => TypescriptProject | null,
): TypescriptProject[] {
  const found = new Set([project]);
  for (const { references } of found) {
    for (const reference of references) {
      const target = load(reference);
      if (target) found.add(target);
    }
  }
  return [...found];
}
