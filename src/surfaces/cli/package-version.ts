import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The version of this package, wherever in it this code has ended up: sources, dist, or the bundle. */
export function packageVersion(): string {
  const manifest = createRequire(import.meta.url).resolve('conduit-introspect/package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  return version;
}
