import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Found, Rival } from '../rival.ts';

interface Report {
  readonly diagnostics: readonly { readonly code: string; readonly filename: string; readonly note?: string }[];
}

/** The paths in parentheses of a note: the cycle from the first import to the module itself. */
const STEP = /\(([^()]+)\)$/gm;

/** The rule reports one cycle for each module that is in one. */
export const oxlint: Rival = {
  name: 'oxlint',
  command({ scratch, installed }) {
    const config = join(scratch, 'oxlintrc.json');
    const rules = { 'import/no-cycle': ['error', { ignoreTypes: false }] };
    writeFileSync(config, JSON.stringify({ plugins: ['import'], categories: { correctness: 'off' }, rules }));
    const cli = installed('node_modules/oxlint/bin/oxlint');
    return [process.execPath, cli, '--config', config, '--disable-nested-config', '--format', 'json', '.'];
  },
  goodStatus: [0, 1],
  read({ stdout }, { root }): Found {
    const { diagnostics } = JSON.parse(stdout) as Report;
    const cycles = diagnostics
      .filter(({ code }) => code === 'import(no-cycle)')
      .map(({ filename, note = '' }) => {
        const steps = [...note.matchAll(STEP)].map(([, path = '']) => relative(root, join(root, path)));
        const own = relative(root, join(root, filename));
        return [own, ...steps.filter((path) => path !== own)];
      });
    return { modules: null, edges: null, cycles };
  },
  follows: ['static', 'export-from', 'type'],
};
