import { compareCodeUnits } from '../../../../base/text.ts';
import { type Folder, filesIn, folderTree } from './folder-tree.ts';

/** Some of the paths, drawn as one. */
export interface Part {
  /** A path; a folder with `/` at its end; or `folder/*` for a part of what is in a folder. */
  readonly id: string;
  /** Positions of the paths, at least one. */
  readonly members: readonly number[];
}

/** A part, and the parts that it could be taken apart into; fewer than two when it cannot. */
interface Item extends Part {
  readonly weight: number;
  readonly pieces: () => Item[];
}

/**
 * Divides paths into at most so many parts: folders, taken apart from the root inwards, always the one with the greatest weight, for as
 * long as there is room. So what matters most is seen in most detail. A folder with more in it than there is room for
 * shows the greatest of that, and the rest as one.
 * @param weights how much each path counts, such as the number of its edges
 * @param limit at least 1
 */
export function partitionFolders(paths: readonly string[], weights: readonly number[], limit: number): Part[] {
  const weightOf = (file: number): number => weights[file] ?? 0;
  const fileItem = (file: number): Item => ({
    id: paths[file] ?? '',
    members: [file],
    weight: weightOf(file),
    pieces: () => [],
  });
  const filesItem = (folder: Folder, id: string): Item => {
    const [only] = folder.files;
    if (folder.files.length === 1 && only !== undefined) return fileItem(only);
    const weight = folder.files.reduce((sum, file) => sum + weightOf(file), 0);
    return { id, members: folder.files, weight, pieces: () => folder.files.map(fileItem) };
  };
  const folderItem = (given: Folder): Item => {
    let folder = given;
    // A folder with nothing but a folder in it is no step.
    for (let [only] = folder.folders.values(); only && folder.files.length === 0 && folder.folders.size === 1; ) {
      folder = only;
      [only] = folder.folders.values();
    }
    if (folder.folders.size === 0) return filesItem(folder, `${folder.path}/`);
    return {
      id: `${folder.path}/`,
      members: filesIn(folder),
      weight: folder.weight,
      pieces: () => [
        ...Array.from(folder.folders.values(), folderItem),
        ...(folder.files.length === 0 ? [] : [filesItem(folder, folder.path === '' ? '*' : `${folder.path}/*`)]),
      ],
    };
  };

  const done: Item[] = [];
  let open = [folderItem(folderTree(paths, weights))];
  const tooWide: Item[] = [];
  while (open.length > 0) {
    open.sort(byWeight);
    const [item, ...others] = open as [Item, ...Item[]];
    const pieces = item.pieces();
    open = others;
    if (pieces.length < 2) done.push(item);
    else if (done.length + tooWide.length + open.length + pieces.length <= limit) open.push(...pieces);
    else tooWide.push(item);
  }
  const room = limit - done.length - tooWide.length;
  const [widest, ...rest] = tooWide.sort(byWeight);
  if (!widest || room < 1) return [...done, ...tooWide];
  return [...done, ...rest, ...greatestOf(widest, room)];
}

/** The greatest pieces of an item, and what is left over as one more. */
function greatestOf({ id, pieces }: Item, count: number): Part[] {
  const sorted = pieces().sort(byWeight);
  const members = sorted.slice(count).flatMap((piece) => piece.members);
  return [...sorted.slice(0, count), { id: id === '/' ? '*' : id.replace(/\/\*?$/, '/*'), members }];
}

const byWeight = (a: Item, b: Item): number => b.weight - a.weight || compareCodeUnits(a.id, b.id);
