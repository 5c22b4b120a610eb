import { type Dirent, readdirSync } from 'node:fs';
import { compareCodeUnits } from '../../base/text.ts';
import { sourceExtension } from '../scan/source-paths.ts';

/**
 * The files of a folder that are no sources (JSON, styles, images), as paths from the root, sorted; hidden ones and links left
 * out, as globs of bundlers leave them out. The sweep does not keep them, since hardly any is ever asked for; a folder is listed when
 * the first pattern reaches it.
 */
export type LeafFiles = (directory: string) => readonly string[];

/** @param root absolute path of the project */
export function createLeafFiles(root: string): LeafFiles {
  const known = new Map<string, readonly string[]>();
  return (directory) => {
    let leaves = known.get(directory);
    if (!leaves) {
      const prefix = directory === '' ? '' : `${directory}/`;
      leaves = listed(`${root}/${directory}`)
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && sourceExtension(entry.name) === null)
        .map(({ name }) => prefix + name)
        .sort(compareCodeUnits);
      known.set(directory, leaves);
    }
    return leaves;
  };
}

function listed(directory: string): Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch {
    return []; // gone since the sweep, which the next build sees
  }
}
