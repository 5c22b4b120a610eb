import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder with those around it; true if it was not there. One at a time: Node's own `recursive` tries for ever where the
 * system says that a folder that exists does not (`/proc`, Node 20).
 * @throws what the system says
 */
export function makeFolder(path: string): boolean {
  // What is there may be a file: the system says so in its own words.
  if (existsSync(path) && !statSync(path).isDirectory()) mkdirSync(path);
  const missing: string[] = [];
  for (let at = path; !existsSync(at) && at !== dirname(at); at = dirname(at)) missing.push(at);
  for (const folder of missing.reverse()) {
    try {
      mkdirSync(folder);
    } catch (error) {
      // Another process was faster. A link that leads nowhere exists too, and what is made in it fails next.
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
  return missing.length > 0;
}
