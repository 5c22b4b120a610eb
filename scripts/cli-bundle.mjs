import { join, relative } from 'node:path';

/**
 * esbuild's options for the bundled command line: one CommonJS file with what a warm answer needs and nothing else. A test
 * lists what it contains.
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
    minifySyntax: true,
    legalComments: 'none',
    metafile: true,
    banner: { js: '#!/usr/bin/env node\nconst bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
    define: { 'import.meta.url': 'bundleUrl' },
    plugins: [dynamicImportsStayOutside(root), withoutZod(root)],
  };
}

/** `await import()` marks what a warm answer does not need: it is loaded, when it is, from the unbundled files beside the bundle. */
const dynamicImportsStayOutside = (root) => ({
  name: 'dynamic-imports-stay-outside',
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      const file = relative(root, join(resolveDir, path)).replaceAll('\\', '/');
      return { path: `./${file.replace(/\.ts$/, '.js')}`, external: true };
    });
  },
});

/**
 * Queries define their schemas with zod, which takes as long to load as Node itself. In the bundle the schemas are never used
 * (parameters are checked against src/queries/generated/params.ts), so `zod` is replaced by a value that can be called and
 * chained like it and does nothing. See docs/decisions/0003-one-schema-many-validators.md.
 */
const withoutZod = () => ({
  name: 'without-zod',
  setup(build) {
    build.onResolve({ filter: /^zod$/ }, () => ({ path: 'zod', namespace: 'stand-in' }));
    build.onLoad({ filter: /.*/, namespace: 'stand-in' }, () => ({
      contents: 'export const z = new Proxy(function () {}, { get: () => z, apply: () => z });',
      loader: 'js',
    }));
  },
});
