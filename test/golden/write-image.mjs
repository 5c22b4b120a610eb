// Writes the golden image of a new format version, or of what was appended to one, once: `node test/golden/write-image.mjs <version>[-<what>]`.
// Beside the bytes it writes what they say, so that the test needs no encoder, nor the records that it was made from.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

const folder = import.meta.dirname;
const version = process.argv[2];
if (!version || !/^\d+(-[a-z]+)?$/.test(version)) {
  throw new Error('usage: node test/golden/write-image.mjs <version>[-<what>]');
}

const bundle = await build({
  stdin: {
    resolveDir: folder,
    contents: `
      export { encodeImage } from '../../src/image/encode.ts';
      export { contentOf } from '../builders/image-content.ts';
      export { symbolShop } from '../builders/shop-symbols.ts';
      export { openBytes } from '../builders/open-bytes.ts';
      export { vectorChecks } from '../oracles/vector-checks.ts';`,
  },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  write: false,
});
const module = { exports: {} };
new Function('module', 'exports', 'require', bundle.outputFiles[0].text)(
  module,
  module.exports,
  createRequire(import.meta.url),
);
const { encodeImage, contentOf, symbolShop, openBytes, vectorChecks } = module.exports;

const { bytes } = encodeImage(symbolShop, vectorChecks);
const content = JSON.stringify(contentOf(openBytes(bytes)), null, 1);
// Golden for ever: an existing file is an error.
writeFileSync(join(folder, `image-v${version}.bin`), bytes, { flag: 'wx' });
writeFileSync(join(folder, `image-v${version}.json`), `${content}\n`, { flag: 'wx' });
execFileSync(process.execPath, [
  join(folder, '../../node_modules/@biomejs/biome/bin/biome'),
  'format',
  '--write',
  join(folder, `image-v${version}.json`),
]);
