import { join } from 'node:path';

/** esbuild's options for the bundled command line; shared with the test that lists what it contains. */
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
    banner: { js: '#!/usr/bin/env node' },
  };
}
