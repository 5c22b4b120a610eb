const CONFIG_NAME = /(?:^|[./])(vite|vitest|webpack|svelte)\.(?:[\w-]+\.)?config(?:\.[\w-]+)?\.[cm]?[jt]s$/;

/**
 * Whose configuration a source is, by its name: `vite` for `vite.config.ts`, `webpack` for `webpack.config.prod.js`, `svelte` for
 * `svelte.config.js`, which steers Vite; null for nearly all. Such a file is a module like any other, and steers resolution besides.
 */
export function bundlerOf(path: string): string | null {
  return CONFIG_NAME.exec(path)?.[1] ?? null;
}
