import { readFileSync } from 'node:fs';
import { EXTRACTOR_VERSION } from '../../facts/extractor-version.ts';
import type { FileFacts } from '../../facts/records.ts';
import type { Scan, ScanOptions, Sweep } from '../../facts/scan/scan-records.ts';
import { replaceFile } from './replace-file.ts';

/**
 * What an image rests on: the sidecar that lets a later run tell, without reading a source, whether anything
 * changed. Sizes and times live here and not in the image, whose bytes must not depend on them.
 */
export interface BuildState {
  readonly format: 1;
  /** The image this belongs to; with another image it says nothing. */
  readonly fingerprint: string;
  readonly extractor: string;
  readonly configHash: string;
  /** What the configuration of that hash says about the sweep: a warm run need not validate it again. */
  readonly scanOptions: ScanOptions;
  /** When the scan began, ms since the epoch. */
  readonly startedAt: number;
  readonly paths: readonly string[];
  readonly sizes: readonly number[];
  readonly times: readonly number[];
  readonly hashes: readonly string[];
  /**
   * Manifests, tsconfigs and ignore files: `path size time`. Folders: `path/ time`, because a file that is no source (JSON, an
   * asset) changes what imports resolve to when it comes or goes.
   */
  readonly inputs: readonly string[];
}

interface StateInput extends Pick<BuildState, 'fingerprint' | 'configHash' | 'scanOptions' | 'startedAt'> {
  readonly scan: Scan;
  readonly facts: readonly FileFacts[];
}

export function writeBuildState(file: string, { scan, facts, ...known }: StateInput): void {
  const hashes = new Map(facts.map(({ path, hash }) => [path, hash]));
  const state: BuildState = {
    format: 1,
    ...known,
    extractor: EXTRACTOR_VERSION,
    paths: scan.files.map(({ path }) => path),
    sizes: scan.files.map(({ size }) => size),
    times: scan.files.map(({ mtimeMs }) => mtimeMs),
    hashes: scan.files.map(({ path }) => hashes.get(path) ?? ''),
    inputs: inputsOf(scan),
  };
  replaceFile(file, JSON.stringify(state));
}

/** The state, or null when it is missing, damaged or written by another version. */
export function readBuildState(file: string): BuildState | null {
  try {
    const state = JSON.parse(readFileSync(file, 'utf8')) as BuildState;
    return state.format === 1 && state.extractor === EXTRACTOR_VERSION ? state : null;
  } catch {
    return null;
  }
}

/**
 * True for a file that may have been changed after the build read it without its time showing it: file systems
 * count time in ticks of up to some milliseconds, so a change in the tick of the scan is invisible. (Git calls
 * such an entry racy.)
 */
export function isRacy(state: BuildState, mtimeMs: number): boolean {
  return mtimeMs >= state.startedAt - 20;
}

export function inputsOf(scan: Sweep): string[] {
  return [
    ...scan.configs.map(({ path, size, mtimeMs }) => `${path} ${size} ${mtimeMs}`),
    ...scan.directories.map(({ path, mtimeMs }) => `${path}/ ${mtimeMs}`),
  ];
}
