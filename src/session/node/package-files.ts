import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let folder: string | undefined;

/**
 * The file behind one of package.json's `imports` (`#workers/…`, `#wasm/…`). These always lead into dist, from
 * the sources under test as from the built package, because threads and processes cannot load TypeScript.
 *
 * Not asked of Node: loading its resolver takes as long as answering from a small image.
 */
export function resolvePackageFile(specifier: `#workers/${string}` | `#wasm/${string}`): string {
  return join(packageFolder(), 'dist', specifier.slice(1));
}

/** The folder of this package, wherever in it this code has ended up: sources, dist, or a bundle. */
export function packageFolder(): string {
  folder ??= folderOfManifest(dirname(fileURLToPath(import.meta.url)));
  return folder;
}

function folderOfManifest(from: string): string {
  return existsSync(join(from, 'package.json')) ? from : folderOfManifest(dirname(from));
}
