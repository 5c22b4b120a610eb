/** Files that something other than an import starts, by the documentation of what starts them. */
export interface Convention {
  readonly name: string;
  /** Only in packages that declare one of these; none means everywhere. */
  readonly packages: readonly string[];
  /** Whether a declaration in a package around counts too: tools for development are often declared once, at the root. */
  readonly around: boolean;
  /** Globs from the package's folder. */
  readonly files: readonly string[];
  /** Whether what is started is part of what is shipped. */
  readonly production: boolean;
  readonly source: string;
}

/** Sources that are no components. */
export const CODE = '{ts,tsx,mts,cts,js,jsx,mjs,cjs}';
/** What a page or a story can be written in. */
export const PAGE = '{ts,tsx,js,jsx,mdx,vue,svelte,astro}';

/** What it starts is shipped; a package that uses it declares it itself. */
export const framework = (
  name: string,
  packages: readonly string[],
  files: readonly string[],
  source: string,
): Convention => ({
  name,
  packages,
  around: false,
  files,
  production: true,
  source,
});

/** What it starts is for development. */
export const tool = (
  name: string,
  packages: readonly string[],
  files: readonly string[],
  source: string,
): Convention => ({
  name,
  packages,
  around: true,
  files,
  production: false,
  source,
});
