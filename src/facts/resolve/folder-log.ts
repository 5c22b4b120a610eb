import { folderTime } from '../scan/folder-time.ts';
import type { SourceDirectory } from '../scan/scan-records.ts';
import type { ModuleIndex } from './module-index.ts';
import type { FileProbe } from './probe-files.ts';

/**
 * Notes the folders in which resolution looked. While none of them gains or loses an entry, and no configuration
 * changes, the same question gets the same answer: that is what lets a later build keep answers, and a query know that its
 * own still holds without a sweep over the project.
 */
export interface FolderLog {
  /** @param folder from the root; '' is the root. One that does not exist counts too: it may appear. */
  note(folder: string): void;
  /**
   * When entries last came to a folder or went, as it was before anybody looked into it: a change while the build runs then
   * shows as a change. -1 when there is no such folder.
   */
  timeOf(folder: string): number;
  /** Runs `work` and returns the folders that it noted, each once; they are noted for whoever is logging around it too. */
  during<Result>(work: () => Result): { readonly result: Result; readonly folders: readonly string[] };
}

/**
 * @param root absolute path of the project
 * @param swept folders whose times are known
 */
export function createFolderLog(root: string, swept: readonly SourceDirectory[]): FolderLog {
  const times = new Map(swept.map(({ path, mtimeMs }) => [path, mtimeMs]));
  /** Null while nobody is logging. */
  let current: Set<string> | null = null;
  const timeOf = (folder: string): number => {
    const known = times.get(folder);
    if (known !== undefined) return known;
    const time = folderTime(root, folder);
    times.set(folder, time);
    return time;
  };
  return {
    timeOf,
    note(folder) {
      if (current?.has(folder)) return;
      timeOf(folder);
      current?.add(folder);
    },
    during(work) {
      const outer = current;
      const own = new Set<string>();
      current = own;
      try {
        return { result: work(), folders: [...own] };
      } finally {
        current = outer;
        if (outer) for (const folder of own) outer.add(folder);
      }
    },
  };
}

/** An index that notes where it was asked to look. */
export function loggedIndex(index: ModuleIndex, log: FolderLog): ModuleIndex {
  const beside = (ask: (path: string) => string | null) => (path: string) => {
    log.note(parentOf(path));
    return ask(path);
  };
  return {
    has(path) {
      log.note(parentOf(path));
      return index.has(path);
    },
    findFile: beside(index.findFile),
    findStem: beside(index.findStem),
    find(path) {
      const found = index.find(path);
      log.note(parentOf(path));
      // Not found beside, or as the last that is tried there: then the folder of that name was looked into, for its index.
      if (found === null || found !== index.findFile(path)) log.note(path === '.' ? '' : path);
      return found;
    },
  };
}

/** A probe that notes where it was asked to look, and where what it found really lies. */
export function loggedProbe(probe: FileProbe, log: FolderLog): FileProbe {
  return (path) => {
    log.note(parentOf(path));
    const found = probe(path);
    if (found !== path) log.note(path);
    if (found !== null && found !== 'outside') log.note(parentOf(found));
    return found;
  };
}

function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}
