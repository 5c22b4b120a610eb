import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';
import { asRecord, asStrings } from '../../src/facts/resolve/tsconfig/config-files.ts';
import type { TypescriptProjects } from './typescript-projects.ts';

/**
 * The source that TypeScript made a file from: by the map beside it (a declaration's own, or that of its code), or because one of the configurations
 * emits just that file for a source. Output of bundlers has maps as well, which name what was put into it; the compiler's
 * names one source, called as the output is.
 * @param configPaths every configuration of the project, from the root: builds use some that no editor looks at
 * @returns a path from the root; null when it is not TypeScript's output
 */
export function createOutputSources(
  root: string,
  configPaths: readonly string[],
  projects: TypescriptProjects,
): (output: string) => string | null {
  const fromRoot = (path: string): string => relative(root, path).split(sep).join('/');
  let emitted: Map<string, string> | null = null;
  return (output) => {
    for (const map of mapsOf(join(root, output))) {
      const source = sourceByMap(map);
      if (source) return fromRoot(source);
    }
    emitted ??= emittedFiles(configPaths, projects, fromRoot);
    return emitted.get(output) ?? null;
  };
}

/** `x.d.mts` → `x.d.mts.map`, `x.mjs.map`. */
function mapsOf(output: string): string[] {
  const code = output.replace(/\.d\.([cm]?)ts$/, '.$1js');
  return [...new Set([output, code])].map((file) => `${file}.map`).filter(existsSync);
}

function sourceByMap(file: string): string | null {
  const map = asRecord(JSON.parse(readFileSync(file, 'utf8')));
  const [source, ...others] = asStrings(map.sources);
  if (source === undefined || others.length > 0 || stemOf(source) !== stemOf(file)) return null;
  return join(dirname(file), typeof map.sourceRoot === 'string' ? map.sourceRoot : '', source);
}

const stemOf = (path: string): string => basename(path).replace(/(?:\.d)?\.[cm]?[jt]sx?(?:\.map)?$/, '');

/** Output → source, over all configurations that emit; where two claim one file, the first by path. */
function emittedFiles(
  configPaths: readonly string[],
  projects: TypescriptProjects,
  fromRoot: (path: string) => string,
): Map<string, string> {
  const sources = new Map<string, string>();
  for (const configPath of configPaths) {
    const commandLine = projects.load(configPath)?.commandLine;
    if (!commandLine || (commandLine.options.noEmit && !commandLine.options.emitDeclarationOnly)) continue;
    for (const file of commandLine.fileNames) {
      if (/\.d\.[cm]?ts$|\.json$/.test(file)) continue;
      for (const output of ts.getOutputFileNames(commandLine, file, !ts.sys.useCaseSensitiveFileNames)) {
        const path = fromRoot(output);
        if (!sources.has(path)) sources.set(path, fromRoot(file));
      }
    }
  }
  return sources;
}
