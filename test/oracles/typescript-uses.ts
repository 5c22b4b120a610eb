import ts from 'typescript';

/**
 * TypeScript's `findReferences` over sources that know nothing of each other.
 * @returns lines of a source, from 1 on, on which a member of a class of it is used: the first that is called so
 */
export function createTypescriptUses(texts: readonly string[]): (text: string, member: string) => number[] {
  const sources = new Map(texts.map((text, at) => [`/fleet-${at}.ts`, text]));
  const textOf = (path: string): string | undefined => sources.get(path) ?? ts.sys.readFile(path);
  const service = ts.createLanguageService({
    fileExists: (path) => sources.has(path) || ts.sys.fileExists(path),
    readFile: textOf,
    getCompilationSettings: () => ({ strict: true, target: ts.ScriptTarget.ES2022, types: [] }),
    getCurrentDirectory: () => '/',
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getScriptFileNames: () => [...sources.keys()],
    getScriptVersion: () => '1',
    getScriptSnapshot(path) {
      const source = textOf(path);
      return source === undefined ? undefined : ts.ScriptSnapshot.fromString(source);
    },
  });
  return (text, member) => {
    const path = `/fleet-${texts.indexOf(text)}.ts`;
    const groups = service.findReferences(path, text.indexOf(`${member}(`)) ?? [];
    const uses = groups.flatMap(({ references }) => references).filter(({ isDefinition }) => !isDefinition);
    return uses.map(({ textSpan }) => text.slice(0, textSpan.start).split('\n').length).sort((a, b) => a - b);
  };
}
