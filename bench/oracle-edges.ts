/**
 * Compares every edge of a project with where TypeScript's own resolver leads on the installed and built tree:
 *
 *     npm run oracle -- <root> [--json FILE]
 *
 * twice: our graph of the tree as it is, and of a copy without node_modules and without whatever git ignores. Prints
 * precision and recall of both, every difference with its place, and what was left out of the comparison and why.
 */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compareCodeUnits } from '../src/base/text.ts';
import { sweepSources } from '../src/facts/scan/sweep-sources.ts';
import type { ImageReader } from '../src/image/reader.ts';
import { buildConfig } from '../src/session/node/build/build-config.ts';
import { buildImage } from '../src/session/node/build/build-image.ts';
import { loadInProcess } from '../src/session/node/load-in-process.ts';
import { readConfig } from '../src/session/node/read-config.ts';
import { compareEdges } from './oracles/compare-edges.ts';
import { copyWithoutBuild } from './oracles/hidden-copy.ts';
import { imageEdges, imageModules } from './oracles/image-edges.ts';
import { comparisonText } from './oracles/print-comparison.ts';
import { typescriptEdges } from './oracles/typescript-edges.ts';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } });
const root = realpathSync(positionals[0] ?? '.');
const temporary: string[] = [];
try {
  await compareProject();
} finally {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
}

async function compareProject(): Promise<void> {
  const asItIs = await imageOf(root);
  const hiddenRoot = copyWithoutBuild(root);
  temporary.push(hiddenRoot);
  const hidden = await imageOf(hiddenRoot);
  const paths = imageModules(asItIs);
  console.log(`${paths.length} sources`);
  printOnly('only in the tree as it is', paths, imageModules(hidden));
  printOnly('only in the copy', imageModules(hidden), paths);

  const { configs } = sweepSources(root, buildConfig(readConfig(root).data).build);
  const configPaths = configs.map(({ path }) => path).filter((path) => /(?:^|\/)[tj]sconfig[^/]*\.json$/.test(path));
  const { sites, owners, ownerOf } = typescriptEdges(root, paths, configPaths);
  console.log('\nsources by the configuration that decides for them:');
  for (const [owner, count] of [...owners].sort(([a], [b]) => compareCodeUnits(a, b))) {
    console.log(`  ${count}  ${owner || '(none: inferred)'}`);
  }
  const note = (place: string): string => `[${ownerOf(place.slice(0, place.indexOf(':')))}]`;
  const results = {
    asItIs: compareEdges(imageEdges(asItIs), sites),
    hidden: compareEdges(imageEdges(hidden), sites),
  };
  console.log(comparisonText('the tree as it is', results.asItIs, note));
  console.log(comparisonText('node_modules and build output hidden', results.hidden, note));
  if (values.json)
    writeFileSync(values.json, `${JSON.stringify({ sources: paths.length, ...results }, jsonable, 2)}\n`);
}

async function imageOf(folder: string): Promise<ImageReader> {
  const imageDirectory = mkdtempSync(join(tmpdir(), 'introspect-oracle-image-'));
  temporary.push(imageDirectory);
  const { image } = await buildImage(folder, { imageDirectory });
  return loadInProcess(image).image;
}

function printOnly(title: string, paths: readonly string[], others: readonly string[]): void {
  const there = new Set(others);
  const alone = paths.filter((path) => !there.has(path));
  if (alone.length > 0) console.log(`${title}: ${alone.join(' ')}`);
}

function jsonable(_key: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value;
}
