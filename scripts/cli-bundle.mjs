import { readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { inlineTables } from './inline-tables.mjs';
import { bundleOf } from './launcher.mjs';

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
    outfile: bundleOf(join(root, 'dist/cli.cjs')),
    banner: { js: BUNDLE_URL },
    plugins: [keepDynamicImportsOutside(root), loadBuiltinsLate(), loadAnswersLate()],
  };
}

/**
 * What the larger queries do, in one file that the command line loads when one of them is asked: their definitions are in its bundle, their answers
 * (`src/queries/<query>/answer-<query>.ts`) would be half as much again to read at every start.
 */
export function answersBundle(root) {
  const folder = join(root, 'src/queries');
  const answers = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => ANSWER.test(path));
  const contents = answers
    .sort()
    .map((path) => `export * from './${path.replaceAll('\\', '/')}';`)
    .join('\n');
  return {
    ...bundle(root),
    stdin: { contents, resolveDir: folder, loader: 'ts' },
    outfile: join(root, 'dist/answers.cjs'),
    banner: { js: BUNDLE_URL },
  };
}

const ANSWER = /(?:^|[/\\])answer-([a-z]+)\.ts$/;

/** Puts functions in their place that load the bundle of answers when they are called. */
function loadAnswersLate() {
  const namespace = 'late-answer';
  return {
    name: 'load-answers-late',
    setup(build) {
      build.onResolve({ filter: ANSWER }, ({ path, importer }) =>
        /[/\\]src[/\\]queries[/\\]/.test(importer) ? { path, namespace, sideEffects: false } : null,
      );
      build.onResolve({ filter: /^\.\/answers\.cjs$/ }, ({ path }) => ({ path, external: true }));
      build.onLoad({ filter: /.*/, namespace }, ({ path }) => {
        const [, query = ''] = ANSWER.exec(path) ?? [];
        const name = `answer${query[0]?.toUpperCase()}${query.slice(1)}`;
        return { contents: `export const ${name} = (...args) => require('./answers.cjs').${name}(...args);` };
      });
    },
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
    entryPoints: ['build', 'parse', 'query', 'symbols'].map((name) => ({
      in: join(root, `workers/${name}.ts`),
      // What answers queries runs for long: it is started as it is, and optimised as early as V8 likes.
      out: name === 'query' ? name : `${name}-bundle`,
    })),
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
