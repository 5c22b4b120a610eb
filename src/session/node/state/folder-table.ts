import { posix } from 'node:path';
import { isModule } from '../../../facts/link/link-facts.ts';
import type { PipelineOutcome } from '../../../facts/pipeline.ts';
import { NO_FOLDER } from './build-state.ts';
import { offsetsOf } from './row-offsets.ts';

export interface FolderTable {
  /** The sweep's folders, then the others in which resolution looked. From the root. */
  readonly paths: readonly string[];
  readonly times: Float64Array;
  readonly parents: Uint32Array;
  /** One a file of the sweep. */
  readonly folderOf: Uint32Array;
  /** The folders that the row of file f rests on are rowFolders[rowOffsets[f]] … rowFolders[rowOffsets[f + 1]]. */
  readonly rowOffsets: Uint32Array;
  readonly rowFolders: Uint32Array;
  /** Where a package may appear: the folders around those of the packages, and what else lies in these. */
  readonly packageFolders: readonly number[];
}

/** The folders that a build rests on. */
export function folderTable({ scan, facts, links, resolver }: PipelineOutcome): FolderTable {
  const swept = scan.directories.map(({ path }) => path);
  const numbers = new Map(swept.map((path, number) => [path, number]));
  const others = links.folders.filter((path) => !numbers.has(path));
  others.forEach((path, at) => {
    numbers.set(path, swept.length + at);
  });
  const numberOf = (path: string): number => numbers.get(path) ?? NO_FOLDER;
  const consulted = links.folders.map(numberOf);
  const rowOf = new Map(facts.filter(isModule).map(({ path }, row) => [path, links.rows[row]]));
  const rows = scan.files.map(({ path }) => rowOf.get(path)?.folders ?? []);
  const aboveSwept = swept.map((path) => numberOf(parentOf(path)));
  return {
    paths: [...swept, ...others],
    // As they were before anybody looked into the folders: by now something may have come that no import could mean.
    times: Float64Array.from([...swept, ...others], resolver.log.timeOf),
    parents: Uint32Array.from([...aboveSwept, ...others.map(() => NO_FOLDER)]),
    folderOf: Uint32Array.from(scan.files, ({ path }) => numberOf(parentOf(path))),
    rowOffsets: offsetsOf(rows),
    rowFolders: Uint32Array.from(rows.flat(), (folder) => consulted[folder] ?? NO_FOLDER),
    packageFolders: packageFolders(new Set(scan.packages.map(({ directory }) => numberOf(directory))), aboveSwept),
  };
}

function packageFolders(packages: ReadonlySet<number>, parents: readonly number[]): number[] {
  const around = new Set([...packages].map((folder) => parents[folder] ?? NO_FOLDER));
  return parents.flatMap((parent, folder) => {
    const isBeside = around.has(parent) && !packages.has(folder);
    return around.has(folder) || isBeside ? folder : [];
  });
}

function parentOf(path: string): string {
  const parent = posix.dirname(path);
  return parent === '.' ? '' : parent;
}
