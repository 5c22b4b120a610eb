import { join } from 'node:path';
import { EXTRACTOR_VERSION } from '../../../facts/extractor-version.ts';
import { isModule } from '../../../facts/link/link-facts.ts';
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
import { offsetsOf } from './row-offsets.ts';
import { fileLikePackages, packageSeeker } from './sought-packages.ts';
import { hashOf, inputAt } from './stamps.ts';
import { packTexts } from './text-column.ts';

interface StateInput extends Pick<StateHeader, 'fingerprint' | 'configHash' | 'scanOptions' | 'startedAt'> {
  readonly root: string;
  readonly outcome: PipelineOutcome;
}

/** @throws ConduitError CONDUIT_NOT_WRITABLE, CONDUIT_NO_SPACE */
export function writeBuildState(file: string, { root, outcome, ...known }: StateInput): void {
  const { scan, resolver } = outcome;
  const folders = folderTable(outcome);
  const neighbourhoods = numbered((signature: string) => signature);
  // Nothing rests on that of a file that was not read.
  const unread = new Set(outcome.facts.flatMap(({ path, status }) => (status === 'unread' ? path : [])));
  const neighbourhoodOf = Uint32Array.from(scan.files, ({ path }) =>
    unread.has(path) ? 0 : neighbourhoods.numberOf(resolver.signatureOf(path)),
  );
  const header: StateHeader = {
    format: 4,
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
  const paths = packTexts(scan.files.map(({ path }) => path));
  const folderPaths = packTexts(folders.paths);
  writeColumnFile(file, header, {
    times: Float64Array.from(scan.files, ({ ctimeMs }) => ctimeMs),
    sizes: Float64Array.from(scan.files, ({ size }) => size),
    folderTimes: folders.times,
    folderChanges: Float64Array.from(scan.directories, ({ ctimeMs }) => ctimeMs),
    folderParents: folders.parents,
    folderOf: folders.folderOf,
    ...fileColumns(outcome),
    ...askedColumns(outcome),
    neighbourhoodOf,
    rowOffsets: folders.rowOffsets,
    rowFolders: folders.rowFolders,
    paths: paths.bytes,
    pathsOffsets: paths.offsets,
    folders: folderPaths.bytes,
    foldersOffsets: folderPaths.offsets,
  });
}

function askedColumns({ scan, facts, asked }: PipelineOutcome): { askedOffsets: Uint32Array; askedFiles: Uint32Array } {
  const numbers = new Map(scan.files.map(({ path }, number) => [path, number]));
  const modules = facts.filter(isModule).map(({ path }) => numbers.get(path) ?? 0);
  const rows: number[][] = scan.files.map(() => []);
  modules.forEach((file, module) => {
    rows[file] = asked[module]?.map((other) => modules[other] ?? 0) ?? [];
  });
  return { askedOffsets: offsetsOf(rows), askedFiles: Uint32Array.from(rows.flat()) };
}

function fileColumns(outcome: PipelineOutcome): { flags: Uint8Array; hashes: Uint8Array } {
  const { scan, facts, links } = outcome;
  const flags = new Uint8Array(scan.files.length);
  const hashes = new Uint8Array(scan.files.length * HASH_BYTES);
  const byPath = new Map(facts.map((file) => [file.path, file]));
  const isSeeker = packageSeeker(outcome);
  const sought = links.targets.map(isSeeker);
  const rowOf = new Map(facts.filter(isModule).map(({ path }, row) => [path, links.rows[row]]));
  scan.files.forEach(({ path }, index) => {
    const own = byPath.get(path);
    if (!own) return;
    flags[index] = (own.status === 'unread' ? 0 : FILE_READ) | (isModule(own) ? FILE_MODULE : 0);
    if (rowOf.get(path)?.targets.some((target) => sought[target]))
      flags[index] = (flags[index] ?? 0) | FILE_SEEKS_PACKAGE;
    hashes.set(Buffer.from(own.hash, 'hex'), index * HASH_BYTES);
  });
  return { flags, hashes };
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
