import { dirname, join, relative } from 'node:path';

/**
 * esbuild's options for the bundled command line; shared with the test that lists what it contains.
 *
 * The bundle holds what a warm answer needs and nothing else, because start time is what a person waits for. The rule that draws
 * the line is visible in the sources: what is imported with `import()` stays outside, and is loaded from dist when it is used.
 */
export function cliBundle(root) {
  return {
    absWorkingDir: root,
    entryPoints: [join(root, 'src/surfaces/cli/main.ts')],
    outfile: join(root, 'dist/cli.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    // The ES module forms first: `main` of jsonc-parser is a UMD wrapper, whose requires no bundler can follow.
    mainFields: ['module', 'main'],
    alias: { zod: join(root, 'scripts/zod-stand-in.mjs') },
    // CommonJS has no import.meta; the files beside the bundle are found by its own place.
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: '#!/usr/bin/env node\nconst bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
    minifySyntax: true,
    legalComments: 'none',
    metafile: true,
    plugins: [keepDynamicImportsOutside(root)],
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
