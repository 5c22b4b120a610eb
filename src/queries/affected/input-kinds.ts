/** What a file is to the modules of a project, by its name alone; null for one that may be a module, or nothing. */
export type InputKind = 'lockfile' | 'manifest' | 'config' | 'snapshot';

const LOCK_FILES: ReadonlySet<string> = new Set([
  'package-lock.json',
  'npm-shrinkwrap.json',
  'pnpm-lock.yaml',
  'yarn.lock',
  'bun.lock',
  'bun.lockb',
]);

/** Tools that decide what becomes of the modules below their configuration: how they are compiled, bundled, tested or judged. */
const TOOLS =
  'vite|vitest|jest|babel|eslint|webpack|rollup|rolldown|tsup|tsdown|esbuild|playwright|cypress|postcss|tailwind|next|nuxt|svelte|astro|vue|metro|swc|karma|ava|nyc|c8';

const CONFIGS: readonly RegExp[] = [
  /^[jt]sconfig(?:\..+)?\.json$/,
  new RegExp(`^(?:${TOOLS})\\.(?:[\\w-]+\\.)*(?:config|setup|workspace|preset)\\.(?:[cm]?[jt]s|json)$`),
  /^(?:jest(?:[-.][\w-]+)?|cypress|nest-cli|angular|workspace)\.json$/,
  /^(?:vitest|jest)[.-](?:workspace|setup|preset)(?:\..+)?\.(?:[cm]?[jt]s|json)$/,
  /^\.(?:babelrc|eslintrc|swcrc|mocharc|nycrc|taprc|browserslistrc|npmrc|yarnrc)(?:\..+)?$/,
  /^\.yarnrc\.yml$/,
  /^(?:pnpm-workspace\.yaml|lerna\.json|nx\.json|turbo\.json|project\.json|deno\.jsonc?|\.nvmrc|\.node-version)$/,
];

export function inputKind(path: string): InputKind | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (LOCK_FILES.has(name)) return 'lockfile';
  if (name === 'package.json') return 'manifest';
  if (CONFIGS.some((config) => config.test(name))) return 'config';
  return /(?:^|\/)__snapshots__\/[^/]+\.snap$/.test(path) ? 'snapshot' : null;
}

/** Whether a module is the configuration of what runs or compiles the modules below it: what judges them, a linter, changes nothing in what they do. */
export function isRunningConfig(path: string): boolean {
  return RUNNING.test(path.slice(path.lastIndexOf('/') + 1));
}

const RUNNING =
  /^(?:vite|vitest|jest|babel|swc|playwright|cypress|karma|ava)\.(?:[\w-]+\.)*(?:config|setup|workspace|preset)\.[cm]?[jt]s$/;

/** `dir/__snapshots__/cart.test.ts.snap` is of `dir/cart.test.ts`. */
export function testOfSnapshot(path: string): string {
  return path.replace('__snapshots__/', '').replace(/\.snap$/, '');
}

/** Whether a file looks like a source, so that nobody knows what depends on it when it was not read. */
export function looksLikeSource(path: string): boolean {
  return /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/.test(path);
}
