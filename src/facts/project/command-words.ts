/** What starts the file that follows it, and may leave its extension out. */
export const RUNNERS: ReadonlySet<string> = new Set([
  'node',
  'tsx',
  'ts-node',
  'bun',
  'nodemon',
  'esno',
  'jiti',
  'vite-node',
  'babel-node',
  'swc-node',
  'ts-node-dev',
  'tsnd',
]);

/** What only looks at the files that it is given, or moves them. */
export const LOOKERS: ReadonlySet<string> = new Set([
  ...[
    'eslint',
    'prettier',
    'biome',
    'tslint',
    'stylelint',
    'oxlint',
    'xo',
    'standard',
    'rimraf',
    'rm',
    'del',
    'cp',
    'cpx',
    'cpy',
    'copyfiles',
    'mv',
  ],
  ...[
    'tsc',
    'depcheck',
    'madge',
    'knip',
    'cspell',
    'sort-package-json',
    'chokidar',
    'zip',
    'git',
    'echo',
    'cat',
    'sed',
    'typedoc',
    'jscodeshift',
  ],
]);

/** What starts the command that follows it, be it a package's or a script's. */
export const LAUNCHERS: ReadonlySet<string> = new Set([
  ...[
    'npx',
    'pnpx',
    'bunx',
    'npm',
    'pnpm',
    'yarn',
    'bun',
    'exec',
    'dlx',
    'run',
    'x',
    'sudo',
    'time',
    'env',
    'cross-env',
  ],
]);
