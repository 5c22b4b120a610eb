// Builds everything into dist/: `node scripts/build.mjs [wasm|types|cli|workers|schemas …]`, all steps by default.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name) => join(root, 'node_modules', name);
const run = (script, ...args) => execFileSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });

/** Two modules from one source: one over shared memory (Node), one over plain memory (parse workers, browsers, edge). */
function wasm() {
  mkdirSync(join(root, 'dist/wasm'), { recursive: true });
  const common = [
    '--runtime',
    'stub',
    '--importMemory',
    '--noExportMemory',
    '--noAssert',
    '-O3',
    '--enable',
    'simd',
    '--disable',
    'nontrapping-f2i',
  ];
  const asc = bin('assemblyscript/bin/asc.js');
  run(
    asc,
    'assembly/index.ts',
    '-o',
    'dist/wasm/kernels.wasm',
    ...common,
    '--initialMemory',
    '1',
    '--maximumMemory',
    '65536',
  );
  run(
    asc,
    'assembly/index.ts',
    '-o',
    'dist/wasm/kernels-shared.wasm',
    ...common,
    '--initialMemory',
    '1',
    '--maximumMemory',
    '65536',
    '--enable',
    'threads',
    '--sharedMemory',
  );
}

function types() {
  run(bin('typescript/bin/tsc'), '-p', 'tsconfig.build.json');
  for (const folder of ['src', 'assembly', 'bench']) removeOrphans(folder);
}

/** What tsc wrote for a source that is gone since would otherwise be published. Not a clean dist: processes may be running from it. */
function removeOrphans(folder) {
  const output = join(root, 'dist', folder);
  if (!existsSync(output)) return;
  for (const entry of readdirSync(output, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const source = join(root, folder, file.slice(output.length)).replace(/(\.d\.ts|\.js|\.js\.map)$/, '.ts');
    if (entry.isFile() && !existsSync(source)) rmSync(file);
  }
}

/** The command line as one CommonJS file: half the start time of the same modules loaded one by one (see bench/README.md). */
async function cli() {
  const { build } = await import('esbuild');
  const { answersBundle, cliBundle } = await import('./cli-bundle.mjs');
  const [bundle] = await Promise.all([build(cliBundle(root)), build(answersBundle(root))]);
  await writeLaunchers(bundle.metafile, '#!/usr/bin/env node');
}

/** What threads and the build process start with, one file each: their start is part of every build. */
async function workers() {
  const { build } = await import('esbuild');
  const { workerBundles } = await import('./cli-bundle.mjs');
  const { metafile } = await build(workerBundles(root));
  await writeLaunchers(metafile);
}

async function writeLaunchers(metafile, banner) {
  const { writeLauncher } = await import('./launcher.mjs');
  const outputs = Object.entries(metafile.outputs).filter(([path]) => path.endsWith('-bundle.cjs'));
  await Promise.all(
    outputs.map(([bundle, { imports }]) =>
      writeLauncher(root, join(root, bundle.replace(/-bundle\.cjs$/, '.cjs')), imports, banner),
    ),
  );
}

async function schemas() {
  await import('./write-schemas.mjs');
}

const steps = { wasm, types, cli, workers, schemas };
const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(steps);
for (const step of wanted) await steps[step]();
