/**
 * Compares, over a whole project, the syntax trees that the tape kernel makes of SWC's text with what `JSON.parse` makes of
 * it, and the facts that the extractors find in either:
 *
 *     npm run oracle-tape -- <root>
 *
 * Prints how much was compared and every difference; exit status 1 when there is one.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sweepSources } from '../src/facts/scan/sweep-sources.ts';
import { buildConfig } from '../src/session/node/build/build-config.ts';
import { kernelModule } from '../src/session/node/kernels.ts';
import { readConfig } from '../src/session/node/read-config.ts';
import { createTapeComparison } from './oracles/compare-tape.ts';

const root = resolve(process.argv[2] ?? '.');
const compare = createTapeComparison(kernelModule('plain'));
const { files } = sweepSources(root, buildConfig(readConfig(root).data).build);
const differences: string[] = [];
let [parsed, records, sites] = [0, 0, 0];
for (const { path } of files) {
  const found = compare(path, readFileSync(join(root, path)));
  if (found.parsed) parsed++;
  records += found.records;
  sites += found.sites;
  differences.push(...found.differences);
}
console.log(`files: ${files.length}, ${parsed} of them parsed; ${records} records; ${sites} import sites`);
console.log(`differences: ${differences.length}`);
for (const difference of differences) console.log(`  ${difference}`);
process.exitCode = differences.length === 0 ? 0 : 1;
