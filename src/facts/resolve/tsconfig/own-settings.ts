import { posix } from 'node:path';
import { isRecord } from '../../../base/is-record.ts';
import { asRecord, asStrings, type Json } from './config-files.ts';
import { DEFAULT_ERASURE, ownErasureSettings } from './erasure-settings.ts';
import type { Tsconfig } from './tsconfig-record.ts';

/** The settings that `extends` inherits, with paths from the root. */
export type Settings = Omit<Tsconfig, 'path' | 'directory' | 'broken' | 'references' | 'paths'> & {
  /** As written: what their targets count from is known only when everything is merged. */
  readonly rawPaths: Json;
  /** Folder of the file that has the `paths`. */
  readonly pathsDirectory: string;
};

/** What holds where no file sets anything. */
export const DEFAULT_SETTINGS: Settings = {
  files: null,
  include: null,
  exclude: [],
  baseUrl: null,
  rawPaths: {},
  pathsDirectory: '',
  rootDirs: [],
  customConditions: [],
  outDir: null,
  declarationDir: null,
  rootDir: null,
  ...DEFAULT_ERASURE,
};

/**
 * What one file sets itself, and nothing else, so that it can be spread over what it inherits.
 * @param directory folder of the file: its paths count from there
 * @param configDirectory what `${configDir}` means: the folder of the configuration that extends it all
 */
export function ownSettings(data: Json, directory: string, configDirectory: string): Partial<Settings> {
  const options = asRecord(data.compilerOptions);
  const place = (value: string): string => placePath(value, directory, configDirectory);
  const own: { -readonly [Key in keyof Settings]?: Settings[Key] } = ownErasureSettings(options);
  for (const key of ['files', 'include', 'exclude'] as const) {
    if (Array.isArray(data[key])) own[key] = asStrings(data[key]).map(place);
  }
  for (const key of ['baseUrl', 'outDir', 'declarationDir', 'rootDir'] as const) {
    const value = options[key];
    if (typeof value === 'string') own[key] = place(value);
  }
  if (Array.isArray(options.rootDirs)) own.rootDirs = asStrings(options.rootDirs).map(place);
  if (Array.isArray(options.customConditions)) own.customConditions = asStrings(options.customConditions);
  if (isRecord(options.paths)) {
    own.rawPaths = options.paths;
    own.pathsDirectory = directory;
  }
  return own;
}

/** A path or glob of a configuration, from the root. */
export function placePath(value: string, directory: string, configDirectory: string): string {
  const inConfigDirectory = /^\$\{configDir\}\/?(.*)$/s.exec(value)?.[1];
  const path =
    inConfigDirectory === undefined ? posix.join(directory, value) : posix.join(configDirectory, inConfigDirectory);
  return path === '.' ? '' : path.replace(/\/$/, '');
}
