import type { PipelineOutcome } from '../../../facts/pipeline.ts';
import { NO_FOLDER } from './build-state.ts';
import type { KnownFile } from './modules-of-files.ts';
import { packRows } from './pack-rows.ts';

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

/**
 * The folders that a build rests on.
 * @param files one a file of the sweep
 */
export function folderTable({ scan, links, resolver }: PipelineOutcome, files: readonly KnownFile[]): FolderTable {
  const swept = scan.directories.map(({ path }) => path);
  const numbers = new Map(swept.map((path, number) => [path, number]));
  const others = links.folders.filter((path) => !numbers.has(path));
  others.forEach((path, at) => {
    numbers.set(path, swept.length + at);
  });
  const numberOf = (path: string): number => numbers.get(path) ?? NO_FOLDER;
  const rows = packRows(
    files.map(({ module }) => links.rows[module]?.folders),
    Uint32Array.from(links.folders, numberOf),
  );
  const folderAround = createParentNumbers(numberOf);
  const aboveSwept = swept.map(folderAround);
  return {
    paths: [...swept, ...others],
    // As they were before anybody looked into the folders: by now something may have come that no import could mean.
    times: Float64Array.from([...scan.directories.map(({ mtimeMs }) => mtimeMs), ...others.map(resolver.log.timeOf)]),
    parents: Uint32Array.from([...aboveSwept, ...others.map(() => NO_FOLDER)]),
    folderOf: Uint32Array.from(scan.files, ({ path }) => folderAround(path)),
    rowOffsets: rows.offsets,
    rowFolders: rows.values,
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

/** The number of the folder around a path. Paths come sorted, so that most lie beside the one before. */
function createParentNumbers(numberOf: (folder: string) => number): (path: string) => number {
  let last = '';
  let number = numberOf('');
  return (path) => {
    const end = Math.max(0, path.lastIndexOf('/'));
    if (end !== last.length || !path.startsWith(last)) {
      last = path.slice(0, end);
      number = numberOf(last);
    }
    return number;
  };
}
