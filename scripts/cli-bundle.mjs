import { dirname, join, relative } from 'node:path';
import { inlineTables } from './inline-tables.mjs';

/** What every bundle has in common. CommonJS: such a file loads in half the time of the same modules one by one. */
function bundle(root) {
  return {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    // The ES module forms first: `main` of jsonc-parser is a UMD wrapper, whose requires no bundler can follow.
    mainFields: ['module', 'main'],
    alias: { zod: join(root, 'scripts/zod-stand-in.mjs') },
    // CommonJS has no import.meta; the files beside the bundle are found by its own place.
    define: { 'import.meta.url': 'bundleUrl' },
    minifySyntax: true,
    // A third less to read at every start. Names stay, for stack traces.
    minifyWhitespace: true,
    legalComments: 'none',
    metafile: true,
  };
}

const BUNDLE_URL = 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;';

/**
 * esbuild's options for the bundled command line; shared with the test that lists what it contains.
 *
 * The bundle holds what a warm answer needs and nothing else, because start time is what a person waits for. The rule that draws
 * the line is visible in the sources: what is imported with `import()` stays outside, and is loaded from dist when it is used.
 */
export function cliBundle(root) {
  return {
    ...bundle(root),
    entryPoints: [join(root, 'src/surfaces/cli/main.ts')],
    outfile: join(root, 'dist/cli.cjs'),
    banner: { js: `#!/usr/bin/env node\n${BUNDLE_URL}` },
    plugins: [keepDynamicImportsOutside(root), loadBuiltinsLate()],
  };
}

/** Modules of Node that an answer from a fresh image has no use for, and that take up to a millisecond and a half each to load. Only functions of them are used. */
const LATE_BUILTINS = {
  'node:child_process': ['fork', 'spawn'],
  'node:crypto': ['createHash', 'hash'],
  'node:os': ['availableParallelism'],
};

/** Puts functions in their place that load the module when they are called. */
function loadBuiltinsLate() {
  const namespace = 'late-builtin';
  return {
    name: 'load-builtins-late',
    setup(build) {
      build.onResolve({ filter: /^node:/ }, ({ path, namespace: importer }) =>
        path in LATE_BUILTINS && importer !== namespace ? { path, namespace, sideEffects: false } : null,
      );
      build.onLoad({ filter: /.*/, namespace }, ({ path }) => ({
        contents: LATE_BUILTINS[path]
          .map((name) => `export const ${name} = (...args) => require('${path}').${name}(...args);`)
          .join('\n'),
      }));
    },
  };
}

/** What threads and child processes start with: one bundle each. Packages with native parts or threads of their own stay outside. */
export function workerBundles(root) {
  const common = bundle(root);
  return {
    ...common,
    // What msgpackr would load takes strings apart that are many and small. Ours are few and long, and loading it takes longer than packing them.
    define: { ...common.define, 'process.env.MSGPACKR_NATIVE_ACCELERATION_DISABLED': '"true"' },
    entryPoints: ['build', 'parse', 'query', 'symbols'].map((name) => join(root, `workers/${name}.ts`)),
    outdir: join(root, 'dist/workers'),
    outExtension: { '.js': '.cjs' },
    external: ['piscina', 'oxc-resolver', '@swc/core'],
    banner: { js: BUNDLE_URL },
    plugins: [inlineTables(root)],
  };
}

/** `import('./x.ts')` in src/… becomes `import('./src/….js')`, seen from dist; packages keep their names. */
function keepDynamicImportsOutside(root) {
  return {
    name: 'keep-dynamic-imports-outside',
    setup(build) {
      build.onResolve({ filter: /.*/ }, ({ kind, path, importer }) => {
        if (kind !== 'dynamic-import') return null;
        if (!path.startsWith('.')) return { path, external: true };
        const file = relative(root, join(dirname(importer), path)).replaceAll('\\', '/');
        return { path: `./${file.replace(/\.ts$/, '.js')}`, external: true };
      });
    },
  };
}
