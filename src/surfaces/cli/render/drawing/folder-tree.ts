/** A folder with what lies in it, right in it or deeper. */
export interface Folder {
  /** From the root; '' is the root. */
  readonly path: string;
  readonly folders: Map<string, Folder>;
  /** Positions of the paths that lie right in it. */
  readonly files: number[];
  /** Sum of the weights of all files in it, right in it or deeper. */
  weight: number;
}

/**
 * The folders around some paths.
 * @param weights how much each path counts
 */
export function folderTree(paths: readonly string[], weights: readonly number[]): Folder {
  const root = folderAt('');
  paths.forEach((path, position) => {
    const weight = weights[position] ?? 0;
    let folder = root;
    folder.weight += weight;
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      const at = path.slice(0, slash);
      let inner = folder.folders.get(at);
      if (!inner) {
        inner = folderAt(at);
        folder.folders.set(at, inner);
      }
      folder = inner;
      folder.weight += weight;
    }
    folder.files.push(position);
  });
  return root;
}

const folderAt = (path: string): Folder => ({ path, folders: new Map(), files: [], weight: 0 });

/** The positions of all files in a folder, right in it or deeper. */
export function filesIn(folder: Folder): number[] {
  const found: number[] = [];
  const open = [folder];
  for (let next = open.pop(); next; next = open.pop()) {
    for (const file of next.files) found.push(file);
    for (const inner of next.folders.values()) open.push(inner);
  }
  return found;
}
