import { type BuildState, FILE_READ } from './build-state.ts';

/**
 * The files on which an answer rests that went through some modules: these, and the ones behind them whose exports decide what
 * an import of them is (a name can come through any number of re-exports).
 * @returns positions; null when a module is no file of the state
 */
export function answerFiles(state: BuildState, modules: Iterable<string>): ReadonlySet<number> | null {
  const files = new Set<number>();
  for (const path of modules) {
    const file = state.fileAt(path);
    if (file < 0) return null;
    files.add(file);
    for (const other of state.askedBy(file)) files.add(other);
  }
  return files;
}

/** Whether the build that left the state did not look into one of the files. */
export function hasUnread({ flags }: BuildState, files: Iterable<number>): boolean {
  for (const file of files) if (((flags[file] ?? 0) & FILE_READ) === 0) return true;
  return false;
}
