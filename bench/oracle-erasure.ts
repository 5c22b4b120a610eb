/**
 * Compares which imports are `type` here with what TypeScript's own emit leaves out, over a whole project whose
 * dependencies are installed:
 *
 *     npm run oracle-erasure -- <root>
 *
 * Prints the share of declarations on which both agree, and every one on which they do not.
 */
import { resolve } from 'node:path';
import { compareErasure } from './oracles/compare-erasure.ts';

const MAX_FILE_BYTES = 2 * 2 ** 20;

const root = resolve(process.argv[2] ?? '.');
const { compared, erased, differences } = compareErasure(root, {
  include: [],
  exclude: [],
  maxFileBytes: MAX_FILE_BYTES,
  dotDirectories: false,
  minified: false,
});
const agreed = compared - differences.length;
const share = compared === 0 ? '–' : `${((100 * agreed) / compared).toFixed(3)} %`;
console.log(`declarations: ${compared}, of which TypeScript erases ${erased.length}`);
console.log(`agreement ${share}, differences: ${differences.length}`);
for (const difference of differences) console.log(`  ${difference}`);
