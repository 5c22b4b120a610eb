import { isRecord } from '../../../base/is-record.ts';
import { EXTRACTOR_VERSION } from '../../../facts/extractor-version.ts';
import { LINKER_VERSION } from '../../../facts/linker-version.ts';
import type { ScanOptions } from '../../../facts/scan/scan-records.ts';
import { readColumnFile } from './column-file.ts';
import { findText, type TextColumn, textAt, unpackTexts } from './text-column.ts';

/** A file that steers the scan or resolution, as the build saw it. */
export interface Input {
  readonly path: string;
  /** In bytes; -1: it was looked for and not there. */
  readonly size: number;
  readonly ctimeMs: number;
  /** Of the content, for a file too young to be judged by its time (see {@link isRacy}); else empty. */
  readonly hash: string;
}

/** What the columns of the state are about, as a whole. */
export interface StateHeader {
  readonly format: 5;
  /** The image this belongs to; with another image it says nothing. */
  readonly fingerprint: string;
  readonly extractor: string;
  readonly linker: string;
  readonly configHash: string;
  /** Whether symbols were read too. */
  readonly symbols: boolean;
  /** What the configuration of that hash says about the sweep: a warm run need not validate it again. */
  readonly scanOptions: ScanOptions;
  /** When the scan began, ms since the epoch. */
  readonly startedAt: number;
  /** Manifests, tsconfigs and ignore files, and whatever else was read as configuration. */
  readonly inputs: readonly Input[];
  /** See `Sweep.witnesses`; null when something could not be read, whose times then tell nothing. */
  readonly witnesses: readonly Omit<Input, 'hash'>[] | null;
  /** How many of the folders are the sweep's; those behind are others in which resolution looked. */
  readonly sweptFolders: number;
  /** Folders in which a package may appear that an import will mean. Positions among the folders. */
  readonly packageFolders: readonly number[];
  /** See `Resolver.signature` and `signatureOf`. */
  readonly signature: string;
  readonly neighbourhoods: readonly string[];
  /** Packages whose names could be the end of a source's path (`chart.js`), as far as manifests declare them. */
  readonly fileLikePackages: readonly string[];
}

/**
 * What an image rests on: the sidecar that lets a later run tell, without reading a source, whether anything
 * changed, and lets a later build keep what did not. Sizes and times live here and not in the image, whose bytes must
 * not depend on them. Files are those of the sweep, by path.
 */
export interface BuildState extends StateHeader {
  readonly fileCount: number;
  paths(): readonly string[];
  pathAt(file: number): string;
  /** -1: it is no file of the sweep. */
  fileAt(path: string): number;
  readonly sizes: Float64Array;
  /** When content or metadata last changed, ms. */
  readonly times: Float64Array;
  /** Content hash of a file; empty when it was not read. */
  hashOf(file: number): string;
  /** FILE_* bits. */
  readonly flags: Uint8Array;
  /** Position in {@link neighbourhoods}. */
  readonly neighbourhoodOf: Uint32Array;
  readonly folderCount: number;
  folders(): string[];
  folderAt(folder: number): string;
  /** -1: there was no such folder. */
  readonly folderTimes: Float64Array;
  /** See `SourceDirectory.ctimeMs`; of the sweep's folders only. */
  readonly folderChanges: Float64Array;
  /** The folder around each folder; of the root, itself. NO_FOLDER for one that is not swept. */
  readonly folderParents: Uint32Array;
  /** The folder that each file lies in. */
  readonly folderOf: Uint32Array;
  /** Files whose exports decided of what kind the imports of a file are. */
  askedBy(file: number): Uint32Array;
  /** Folders in which the imports of a file were looked for. */
  consultedBy(file: number): Uint32Array;
}

/** Its syntax tree was looked at (or could not be had): all is known of it that can be. */
export const FILE_READ = 1;
/** It is a module of the graph. */
export const FILE_MODULE = 2;
/** It imports what no manifest declares by a plain range: wherever a package of that name appears, it may be meant. */
export const FILE_SEEKS_PACKAGE = 4;

export const HASH_BYTES = 16;
const NO_HASH = '0'.repeat(HASH_BYTES * 2);
export const NO_FOLDER = 0xffffffff;

/** The state, or null when it is missing, damaged or written by another version. */
export function readBuildState(file: string): BuildState | null {
  const content = readColumnFile<StateHeader>(file);
  if (!content || !isOurs(content.header)) return null;
  const { header, columns } = content;
  const u8 = (name: string) => (columns.get(name) ?? new Uint8Array()) as Uint8Array;
  const u32 = (name: string) => (columns.get(name) ?? new Uint32Array()) as Uint32Array;
  const f64 = (name: string) => (columns.get(name) ?? new Float64Array()) as Float64Array;
  const texts = (name: string): TextColumn => {
    const { buffer, byteOffset, length } = u8(name);
    return { bytes: Buffer.from(buffer, byteOffset, length), offsets: u32(`${name}Offsets`) };
  };
  const hashes = u8('hashes');
  const rowOffsets = u32('rowOffsets');
  const rowFolders = u32('rowFolders');
  const askedOffsets = u32('askedOffsets');
  const askedFiles = u32('askedFiles');
  const paths = texts('paths');
  const folders = texts('folders');
  let unpacked: string[] | undefined;
  // Of all hashes at once: one by one they cost a build that keeps nearly all files some milliseconds.
  let digits: string | undefined;
  return {
    ...header,
    fileCount: f64('times').length,
    paths: () => (unpacked ??= unpackTexts(paths)),
    pathAt: (file) => textAt(paths, file),
    fileAt: (path) => findText(paths, path),
    sizes: f64('sizes'),
    times: f64('times'),
    hashOf(file) {
      digits ??= Buffer.from(hashes.buffer, hashes.byteOffset, hashes.length).toString('hex');
      const hash = digits.slice(file * HASH_BYTES * 2, (file + 1) * HASH_BYTES * 2);
      return hash === NO_HASH ? '' : hash;
    },
    flags: u8('flags'),
    neighbourhoodOf: u32('neighbourhoodOf'),
    folderCount: f64('folderTimes').length,
    folders: () => unpackTexts(folders),
    folderAt: (folder) => textAt(folders, folder),
    folderTimes: f64('folderTimes'),
    folderChanges: f64('folderChanges'),
    folderParents: u32('folderParents'),
    folderOf: u32('folderOf'),
    askedBy: (file) => askedFiles.subarray(askedOffsets[file], askedOffsets[file + 1]),
    consultedBy: (file) => rowFolders.subarray(rowOffsets[file], rowOffsets[file + 1]),
  };
}

/** Written by this version, and by a build: a project may come with an `.introspect` of its own making. */
function isOurs(header: Partial<StateHeader> | null): boolean {
  if (header?.format !== 5 || header.extractor !== EXTRACTOR_VERSION || header.linker !== LINKER_VERSION) return false;
  const { inputs, witnesses, packageFolders, neighbourhoods, fileLikePackages } = header;
  return (
    [inputs, witnesses ?? [], packageFolders, neighbourhoods, fileLikePackages].every(Array.isArray) &&
    isRecord(header.scanOptions)
  );
}

/** Some files were left for later, because the question that the build was for did not need them. */
export function isPartial({ flags }: BuildState): boolean {
  return flags.some((bits) => (bits & FILE_READ) === 0);
}

/**
 * True for a file that may have been changed after the build read it without its time showing it: file systems
 * count time in ticks of up to some milliseconds, so a change in the tick of the scan is invisible. (Git calls
 * such an entry racy.)
 */
export function isRacy(state: Pick<StateHeader, 'startedAt'>, timeMs: number): boolean {
  return timeMs >= state.startedAt - 20;
}
