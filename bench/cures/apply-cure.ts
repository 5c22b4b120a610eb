import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Change, changeSource } from './change-source.ts';

export interface AppliedCure {
  /** Changes that were made as they were said, and those for which the import was led elsewhere. */
  readonly asSaid: number;
  readonly standIns: number;
  /** Writes the sources back as they were. */
  undo(): void;
}

/** Changes the sources of a project as a cure says. */
export function applyCure(root: string, changes: readonly Change[], isOfTypes: boolean): AppliedCure {
  const before = new Map<string, string>();
  let standIns = 0;
  for (const path of new Set(changes.map(({ location }) => location.path))) {
    const own = changes.filter(({ location }) => location.path === path);
    const source = readFileSync(join(root, path), 'utf8');
    before.set(path, source);
    let changed = source;
    // From the end of the file, so that the offsets of what is still to be changed hold.
    const edits = own.map((change) => changeSource(source, change, isOfTypes)).sort((a, b) => b.start - a.start);
    for (const { start, end, text, isStandIn } of edits) {
      changed = changed.slice(0, start) + text + changed.slice(end);
      if (isStandIn) standIns++;
    }
    writeFileSync(join(root, path), changed);
  }
  return {
    asSaid: changes.length - standIns,
    standIns,
    undo() {
      for (const [path, source] of before) writeFileSync(join(root, path), source);
    },
  };
}
