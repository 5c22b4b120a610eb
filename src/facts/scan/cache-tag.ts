import { type Dirent, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Marks the folder of an image that lies in the project: written to while its sources are read, it would never look unchanged. */
export const CACHE_TAG = {
  /** What tools that make backups look for, too: https://bford.info/cachedir/ */
  name: 'CACHEDIR.TAG',
  text: 'Signature: 8a477f597d28d172789f06886806bc55\n# This folder is a cache of conduit-introspect.\n',
} as const;

export function isCacheTag(entry: Dirent): boolean {
  return entry.name === CACHE_TAG.name && entry.isFile();
}

/**
 * Whether a folder holds an image and nothing of the project. Tags of other tools do not count: what they keep may be sources.
 * @param directory absolute path of a folder with a tag
 */
export function isImageFolder(directory: string): boolean {
  try {
    return readFileSync(join(directory, CACHE_TAG.name), 'utf8') === CACHE_TAG.text;
  } catch {
    return false;
  }
}
