import { posix } from 'node:path';
import type { Diagnostic } from '../../records.ts';
import { parsePackageSpecifier } from '../specifier.ts';
import { asRecord, asStrings, type ConfigFiles, openConfigFiles } from './config-files.ts';
import { DEFAULT_SETTINGS, ownSettings, placePath, type Settings } from './own-settings.ts';
import type { Tsconfig } from './tsconfig-record.ts';

/** Real chains of `extends` are two or three files long; lists of lists could multiply without end. */
const MOST_INHERITED_FILES = 100;

interface Reading {
  readonly files: ConfigFiles;
  readonly packageDirectory: (name: string) => string | null;
  readonly configDirectory: string;
  /** Files merged so far. */
  inherited: number;
  /** Whether one of them has a fault. */
  broken: boolean;
}

/**
 * Reads configurations with all they extend. A fault is reported where it is and marks the configurations that
 * rest on it; the readable rest of them counts. `extends` of a package leads into the project's own packages; a
 * published one is not looked for, since answers must not depend on what is installed.
 * @param paths of tsconfig and jsconfig files, from the root
 * @param packageDirectory folder of the project's own package of a name
 * @returns also `inputs`: every configuration that was looked for, there or not
 */
export function readTsconfigs(
  root: string,
  paths: readonly string[],
  packageDirectory: (name: string) => string | null,
): { tsconfigs: Map<string, Tsconfig>; diagnostics: Diagnostic[]; inputs: string[] } {
  const files = openConfigFiles(root);
  const tsconfigs = new Map(paths.map((path) => [path, readTsconfig(files, path, packageDirectory)]));
  return { tsconfigs, diagnostics: files.diagnostics(), inputs: files.asked() };
}

function readTsconfig(files: ConfigFiles, path: string, packageDirectory: (name: string) => string | null): Tsconfig {
  const directory = directoryOf(path);
  const reading: Reading = { files, packageDirectory, configDirectory: directory, inherited: 0, broken: false };
  const { rawPaths, pathsDirectory, ...settings } = { ...DEFAULT_SETTINGS, ...inheritSettings(reading, path, []) };
  const pathsFrom = settings.baseUrl ?? pathsDirectory;
  const targetsOf = (targets: unknown): string[] =>
    asStrings(targets).map((target) => placePath(target, pathsFrom, directory));
  return {
    ...settings,
    path,
    directory,
    broken: reading.broken,
    references: referencesOf(files.load(path)?.references, directory),
    paths: new Map(Object.entries(rawPaths).map(([pattern, targets]) => [pattern, targetsOf(targets)])),
  };
}

/** A file's settings over those it extends; of several bases the later ones win. */
function inheritSettings(reading: Reading, path: string, via: readonly string[]): Partial<Settings> {
  const { files } = reading;
  const data = files.load(path);
  if (data === null) files.report(path, 'cannot be read');
  let inherited: Partial<Settings> = {};
  for (const base of [data?.extends].flat().filter((item) => typeof item === 'string')) {
    const basePath = locateBase(reading, path, base);
    if (basePath === null) continue;
    if (basePath === path || via.includes(basePath)) files.report(path, `extends itself through ${base}`);
    else if (++reading.inherited > MOST_INHERITED_FILES) files.report(path, 'extends too many files');
    else inherited = { ...inherited, ...inheritSettings(reading, basePath, [...via, path]) };
  }
  if (files.isFaulty(path)) reading.broken = true;
  return { ...inherited, ...ownSettings(data ?? {}, directoryOf(path), reading.configDirectory) };
}

/** The path of what `extends` names; null when it is a published package, or is reported as missing. */
function locateBase({ files, packageDirectory }: Reading, path: string, base: string): string | null {
  const located = /^\.\.?(?:\/|$)/.test(base)
    ? posix.join(directoryOf(path), base)
    : inOwnPackage(base, packageDirectory);
  if (located === null) return null;
  const candidates = located.endsWith('.json') ? [located] : [`${located}.json`, posix.join(located, 'tsconfig.json')];
  const found = candidates.find((candidate) => files.load(candidate) !== null);
  if (found === undefined) files.report(path, `extends ${base}, which is not there`);
  return found ?? null;
}

function inOwnPackage(base: string, packageDirectory: (name: string) => string | null): string | null {
  const specifier = parsePackageSpecifier(base);
  const directory = specifier && packageDirectory(specifier.name);
  if (!specifier || directory === null) return null;
  return posix.join(directory, specifier.subpath === '.' ? 'tsconfig.json' : specifier.subpath);
}

function referencesOf(references: unknown, directory: string): string[] {
  const paths = (Array.isArray(references) ? references : []).map((reference) => asRecord(reference).path);
  return asStrings(paths).map((path) => {
    const target = posix.join(directory, path);
    return target.endsWith('.json') ? target : posix.join(target, 'tsconfig.json');
  });
}

const directoryOf = (path: string): string => (path.includes('/') ? posix.dirname(path) : '');
