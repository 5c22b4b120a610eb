import { dataToolOf } from './data-configs.ts';

/**
 * Extensions of what we parse, in the order in which a specifier without extension tries them: sources before
 * declarations, so that a hand-written `.d.ts` beside its `.js` never hides the code.
 */
export const SOURCE_EXTENSIONS = [
  '.ts',
  '.tsx',
  '.mts',
  '.cts',
  '.js',
  '.jsx',
  '.mjs',
  '.cjs',
  '.d.ts',
  '.d.mts',
  '.d.cts',
  // Left out of a specifier only where a bundler was told so, hence last.
  '.vue',
  '.svelte',
  '.astro',
] as const;

export type SourceExtension = (typeof SOURCE_EXTENSIONS)[number];

const SOURCE = /(?:\.d)?\.[cm]?ts$|\.tsx$|\.[cm]?js$|\.jsx$|\.(?:vue|svelte|astro)$/;

/** The extension that makes a path a source (`.d.ts` is one extension), or null for any other file. */
export function sourceExtension(path: string): SourceExtension | null {
  return (SOURCE.exec(path)?.[0] ?? null) as SourceExtension | null;
}

/**
 * True for a file that steers resolution or the scan itself, or says what a tool starts: when one changes, an image is out of date although
 * no source changed. Shared TypeScript configurations have free names (`packages/typescript-config/base.json`),
 * so a JSON file counts when its name or its folder's name says what it is.
 */
export function isConfigPath(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (CONFIG_NAMES.has(name) || dataToolOf(path) !== null) return true;
  return name.endsWith('.json') && TYPESCRIPT_CONFIG.test(path);
}

const CONFIG_NAMES = new Set([
  'package.json',
  'pnpm-workspace.yaml',
  '.yarnrc.yml',
  'introspect.config.json',
  '.gitignore',
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
]);
const TYPESCRIPT_CONFIG = /(?:tsconfig|jsconfig|typescript)[^/]*(?:\/[^/]+)?\.json$/;

/** Where the owners of files are written, in the order in which they are looked for. */
export const CODE_OWNERS_PATHS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'] as const;
