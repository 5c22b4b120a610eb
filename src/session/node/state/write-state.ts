import { join } from 'node:path';
import { EXTRACTOR_VERSION } from '../../../facts/extractor-version.ts';
import { numbered } from '../../../facts/link/numbered.ts';
import { LINKER_VERSION } from '../../../facts/linker-version.ts';
import type { PipelineOutcome } from '../../../facts/pipeline.ts';
import type { Scan } from '../../../facts/scan/scan-records.ts';
import {
  FILE_MODULE,
  FILE_READ,
  FILE_SEEKS_PACKAGE,
  HASH_BYTES,
  type Input,
  isRacy,
  type StateHeader,
} from './build-state.ts';
import { writeColumnFile } from './column-file.ts';
import { folderTable } from './folder-table.ts';
import type { KnownFile } from './modules-of-files.ts';
import { type PackedRows, packRows } from './pack-rows.ts';
import { fileLikePackages, packageSeeker } from './sought-packages.ts';
import { hashOf, inputAt } from './stamps.ts';
import { packTexts } from './text-column.ts';

interface StateInput extends Pick<StateHeader, 'configHash' | 'scanOptions' | 'startedAt'> {
  readonly root: string;
  readonly outcome: PipelineOutcome;
  /** One a file of the sweep. */
  readonly files: readonly KnownFile[];
}

/** What is written of the state once the image has its fingerprint. */
export type PreparedState = (file: string, image: Pick<StateHeader, 'fingerprint' | 'symbols'>) => void;

/**
 * Puts the state together, which takes longer than to write it, and can be done while the image is not yet whole.
 * @returns what writes it; throws ConduitError CONDUIT_NOT_WRITABLE, CONDUIT_NO_SPACE
 */
export function prepareBuildState({ root, outcome, files, ...known }: StateInput): PreparedState {
  const { scan, resolver } = outcome;
  const folders = folderTable(outcome, files);
  const neighbourhoods = numbered((signature: string) => signature);
  // Nothing rests on that of a file that was not read.
  const neighbourhoodOf = Uint32Array.from(scan.files, ({ path }, file) =>
    files[file]?.facts?.status === 'unread' ? 0 : neighbourhoods.numberOf(resolver.signatureOf(path)),
  );
  const header: Omit<StateHeader, 'fingerprint' | 'symbols'> = {
    format: 5,
    ...known,
    extractor: EXTRACTOR_VERSION,
    linker: LINKER_VERSION,
    inputs: inputsOf(root, known.startedAt, outcome),
    witnesses: witnessesOf(root, scan),
    sweptFolders: scan.directories.length,
    packageFolders: folders.packageFolders,
    signature: resolver.signature,
    neighbourhoods: neighbourhoods.items,
    fileLikePackages: fileLikePackages(scan.packages),
  };
  const asked = askedRows(outcome, files);
  const paths = packTexts(scan.files.map(({ path }) => path));
  const folderPaths = packTexts(folders.paths);
  const columns = {
    times: Float64Array.from(scan.files, ({ ctimeMs }) => ctimeMs),
    sizes: Float64Array.from(scan.files, ({ size }) => size),
    folderTimes: folders.times,
    folderChanges: Float64Array.from(scan.directories, ({ ctimeMs }) => ctimeMs),
    folderParents: folders.parents,
    folderOf: folders.folderOf,
    flags: flagColumn(outcome, files),
    hashes: hashColumn(files),
    askedOffsets: asked.offsets,
    askedFiles: asked.values,
    neighbourhoodOf,
    rowOffsets: folders.rowOffsets,
    rowFolders: folders.rowFolders,
    paths: paths.bytes,
    pathsOffsets: paths.offsets,
    folders: folderPaths.bytes,
    foldersOffsets: folderPaths.offsets,
  };
  return (file, image) => writeColumnFile<StateHeader>(file, { ...header, ...image }, columns);
}

/** What modules asked of modules, as files of the sweep. */
function askedRows({ asked }: PipelineOutcome, files: readonly KnownFile[]): PackedRows {
  const fileOfModule: number[] = [];
  files.forEach(({ module }, file) => {
    if (module >= 0) fileOfModule.push(file);
  });
  return packRows(
    files.map(({ module }) => asked[module]),
    fileOfModule,
  );
}

function flagColumn(outcome: PipelineOutcome, files: readonly KnownFile[]): Uint8Array {
  const { targets, rows } = outcome.links;
  const sought = targets.map(packageSeeker(outcome));
  return Uint8Array.from(files, ({ facts, module }) => {
    if (!facts) return 0;
    const read = facts.status === 'unread' ? 0 : FILE_READ;
    const seeks = rows[module]?.targets.some((target) => sought[target]) ? FILE_SEEKS_PACKAGE : 0;
    return read | (module < 0 ? 0 : FILE_MODULE) | seeks;
  });
}

/** HASH_BYTES a file, zeros for one that was not read; decoded at once, which costs a tenth of seven thousand calls. */
function hashColumn(files: readonly KnownFile[]): Uint8Array {
  const digits = HASH_BYTES * 2;
  return Buffer.from(files.map(({ facts }) => (facts?.hash ?? '').padEnd(digits, '0')).join(''), 'hex');
}

function witnessesOf(root: string, { witnesses, diagnostics }: Scan): StateHeader['witnesses'] {
  return diagnostics.some(({ code }) => code === 'unreadable') ? null : witnesses.map((path) => inputAt(root, path));
}

function inputsOf(root: string, startedAt: number, { scan, resolver }: PipelineOutcome): Input[] {
  const swept = new Set(scan.configs.map(({ path }) => path));
  const others = resolver.inputs
    .filter((path) => !swept.has(path) && !path.startsWith('../'))
    .map((path) => inputAt(root, path));
  return [...scan.configs, ...others].map((input) => ({
    ...input,
    hash: isRacy({ startedAt }, input.ctimeMs) ? hashOf(join(root, input.path)) : '',
  }));
}
