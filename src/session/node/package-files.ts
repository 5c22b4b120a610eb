import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * The file behind one of package.json's `imports` (`#workers/…`, `#wasm/…`). These always lead into dist, from
 * the sources under test as from the built package, because threads and processes cannot load TypeScript.
 */
export function resolvePackageFile(specifier: `#workers/${string}` | `#wasm/${string}`): string {
  return require.resolve(specifier);
}
