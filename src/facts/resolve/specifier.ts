import { builtinModules } from 'node:module';

/** A bare specifier cut in two: `@acme/ui/button` → `@acme/ui` and `./button`. */
export interface PackageSpecifier {
  readonly name: string;
  /** `.` or `./…`: a key of the package's `exports`. */
  readonly subpath: string;
}

/**
 * The part of a specifier that names a file. Bundlers read what follows a `?` (`./logo.svg?url`) and what precedes
 * a `!` (`raw-loader!./notes.md`); neither changes which file is meant.
 */
export function withoutBundlerSyntax(specifier: string): string {
  const loaded = specifier.slice(specifier.lastIndexOf('!') + 1);
  const query = loaded.indexOf('?');
  return query > 0 ? loaded.slice(0, query) : loaded;
}

export function isRelative(specifier: string): boolean {
  return /^\.\.?(?:\/|$)/.test(specifier);
}

/** `https:`, `virtual:`, `bun:` …: nothing that lies in a file. */
export function hasScheme(specifier: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(specifier);
}

/** Null for what cannot be a package name, such as the alias `@/cart`, an absolute path or `~/cart`. */
export function parsePackageSpecifier(specifier: string): PackageSpecifier | null {
  const name = /^(?:@[a-z0-9~_.-]+\/)?[a-z0-9_-][a-z0-9~_.-]*(?=\/|$)/i.exec(specifier)?.[0];
  return name ? { name, subpath: `.${specifier.slice(name.length).replace(/\/$/, '')}` } : null;
}

// What can be imported without the prefix is settled: newer modules of Node exist under `node:` only, so the
// answer does not depend on the version that builds the image.
const BARE_BUILTINS = new Set(builtinModules.filter((name) => !name.startsWith('node:')));

/** `node:fs` for `fs` and `node:fs`, null for anything else. Node prefers its own modules to installed packages. */
export function builtinId(specifier: string): string | null {
  if (specifier.startsWith('node:')) return specifier;
  return BARE_BUILTINS.has(specifier) ? `node:${specifier}` : null;
}
