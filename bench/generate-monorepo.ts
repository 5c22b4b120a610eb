/**
 * Makes a monorepo of any size, with workspaces, aliases, package exports, barrels, tests and known cycles:
 *
 *     npm run generate-monorepo -- <folder> [--files 2000] [--seed 1] [--workspaces pnpm|npm]
 *
 * Prints as JSON what it made, so that a graph can be held against it. The same arguments make the same bytes.
 */
import { parseArgs } from 'node:util';
import { countTruth } from './monorepo/count-truth.ts';
import { planMonorepo } from './monorepo/plan-monorepo.ts';
import { WORKSPACE_MANAGERS } from './monorepo/render-manifests.ts';
import { writeMonorepo } from './monorepo/write-monorepo.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    files: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    workspaces: { type: 'string', default: 'pnpm' },
  },
});
const [folder] = positionals;
const [files, seed] = [Number(values.files), Number(values.seed)];
const manager = WORKSPACE_MANAGERS.find((name) => name === values.workspaces);
if (folder === undefined || manager === undefined || !Number.isInteger(files) || files < 1 || !Number.isInteger(seed)) {
  throw new Error('usage: generate-monorepo <folder> [--files <count>] [--seed <integer>] [--workspaces pnpm|npm]');
}
const plan = planMonorepo(files, seed);
const written = writeMonorepo(folder, plan, manager);
console.log(JSON.stringify({ folder, seed, workspaces: manager, ...countTruth(plan), ...written }, null, 2));
