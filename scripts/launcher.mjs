import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

/** `dist/cli.cjs` is what is started, and what it runs is this. */
export const bundleOf = (started) => started.replace(/\.cjs$/, '-bundle.cjs');

/**
 * Writes what is started in the place of a bundle: a launcher (workers/launch.ts), which runs it from code that an earlier run has compiled.
 * @param started where the launcher goes; the bundle lies beside it
 * @param imports as esbuild's metafile has them of the bundle
 * @param banner first line of the launcher
 */
export async function writeLauncher(root, started, imports, banner = '') {
  const bundle = bundleOf(started);
  const source = importOutside(readFileSync(bundle, 'utf8'), imports);
  writeFileSync(bundle, source);
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 32);
  await build({
    absWorkingDir: root,
    entryPoints: [join(root, 'workers/launch.ts')],
    outfile: started,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    minifySyntax: true,
    minifyWhitespace: true,
    define: { BUNDLE: JSON.stringify({ file: basename(bundle), hash }) },
    banner: { js: `${banner}\nconst importOutside = (specifier) => import(specifier);` },
  });
}

/** Code that V8 has not compiled in this run cannot import by itself: the launcher does it (workers/launch.ts). */
function importOutside(source, imports) {
  let replaced = source;
  for (const path of new Set(imports.filter(({ kind }) => kind === 'dynamic-import').map((own) => own.path))) {
    const quoted = `import(${JSON.stringify(path)})`;
    if (!replaced.includes(quoted)) throw new Error(`the bundle does not have ${quoted}`);
    replaced = replaced.replaceAll(quoted, `importOutside(${JSON.stringify(path)})`);
  }
  return replaced;
}
