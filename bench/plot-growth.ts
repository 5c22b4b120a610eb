/**
 * Draws what `npm run bench -- growth` measured:
 *
 *     npm run plot-growth -- [growth.json] [growth.svg]        both in bench/results/ by default
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { growthPlot } from './growth-plot.ts';
import type { GrowthResult } from './growth-result.ts';
import { RESULTS_FOLDER } from './results.ts';

const [from = join(RESULTS_FOLDER, 'growth.json'), to = join(RESULTS_FOLDER, 'growth.svg')] = process.argv.slice(2);
writeFileSync(to, growthPlot(JSON.parse(readFileSync(from, 'utf8')) as GrowthResult));
console.log(to);
