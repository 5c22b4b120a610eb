import { resolve } from 'node:path';
import ts from 'typescript';

/** A declaration that names a module and that TypeScript may erase; place as in {@link OracleSite}, of the specifier. */
export interface ErasureSite {
  readonly line: number;
  readonly column: number;
  readonly specifier: string;
  /** Whether nothing of the declaration is left in TypeScript's output. */
  readonly isErased: boolean;
}

/**
 * What TypeScript's own emit leaves of every `import`, `export … from` and `import = require()` of the given files, compiled
 * together under one configuration, by path.
 * @param root absolute
 * @param files from the root
 * @param config tsconfig.json, from the root; null for TypeScript's defaults
 */
export function erasedByProgram(
  root: string,
  files: readonly string[],
  config: string | null,
): Map<string, ErasureSite[]> {
  const options = config === null ? {} : readOptions(resolve(root, config));
  const host = ts.createCompilerHost(options, true);
  const program = ts.createProgram({ rootNames: files.map((file) => resolve(root, file)), options, host });
  const survivors = new Set<ts.Node>();
  program.emit(undefined, () => {}, undefined, false, { after: [noteSurvivors(survivors)] });
  const sites = new Map<string, ErasureSite[]>();
  for (const file of files) {
    const source = program.getSourceFile(resolve(root, file));
    if (source && !source.isDeclarationFile) sites.set(file, sitesOf(source, survivors));
  }
  return sites;
}

/** The same of one source by itself, as compilers see it that look at no other file. */
export function erasedByTranspile(path: string, text: string, options: ts.CompilerOptions): ErasureSite[] {
  const survivors = new Set<ts.Node>();
  let source: ts.SourceFile | undefined;
  const note = noteSurvivors(survivors);
  ts.transpileModule(text, {
    fileName: path,
    compilerOptions: { ...options, ...ALWAYS },
    transformers: {
      before: [
        () => (file) => {
          source = file;
          return file;
        },
      ],
      after: [note],
    },
  });
  return source ? sitesOf(source, survivors) : [];
}

/** Module syntax as it is written, and output in spite of everything. */
const ALWAYS: ts.CompilerOptions = {
  module: ts.ModuleKind.Preserve,
  target: ts.ScriptTarget.ESNext,
  noEmit: false,
  noEmitOnError: false,
  emitDeclarationOnly: false,
  declaration: false,
  declarationMap: false,
  composite: false,
  incremental: false,
  importHelpers: false,
  skipLibCheck: true,
};

function readOptions(config: string): ts.CompilerOptions {
  const host: ts.ParseConfigFileHost = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: () => {},
  };
  const parsed = ts.getParsedCommandLineOfConfigFile(config, {}, host);
  const options = parsed?.options ?? {};
  const { tsBuildInfoFile: _, ...rest } = options;
  return {
    ...rest,
    ...ALWAYS,
    // The defaults of TypeScript 6 are not those that projects without these settings were written for.
    strict: options.strict ?? false,
    moduleResolution: options.moduleResolution ?? resolutionOf(options.module),
  };
}

function resolutionOf(module: ts.ModuleKind | undefined): ts.ModuleResolutionKind {
  if (module !== undefined && module >= ts.ModuleKind.Node16 && module <= ts.ModuleKind.NodeNext) {
    return module === ts.ModuleKind.NodeNext ? ts.ModuleResolutionKind.NodeNext : ts.ModuleResolutionKind.Node16;
  }
  return ts.ModuleResolutionKind.Bundler;
}

/** A declaration that is left points back at what it was made from. */
function noteSurvivors(survivors: Set<ts.Node>): ts.TransformerFactory<ts.SourceFile> {
  return () => (file) => {
    for (const statement of file.statements) survivors.add(ts.getOriginalNode(statement));
    return file;
  };
}

function sitesOf(source: ts.SourceFile, survivors: ReadonlySet<ts.Node>): ErasureSite[] {
  return source.statements.flatMap((statement): ErasureSite[] => {
    const literal = moduleLiteral(statement);
    if (literal === undefined || !ts.isStringLiteral(literal)) return [];
    const { line, character } = source.getLineAndCharacterOfPosition(literal.getStart(source));
    const isErased = !survivors.has(statement);
    return [{ line: line + 1, column: character + 1, specifier: literal.text, isErased }];
  });
}

function moduleLiteral(statement: ts.Statement): ts.Expression | undefined {
  if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) return statement.moduleSpecifier;
  if (!ts.isImportEqualsDeclaration(statement)) return undefined;
  const { moduleReference } = statement;
  return ts.isExternalModuleReference(moduleReference) ? moduleReference.expression : undefined;
}
