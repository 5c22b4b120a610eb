import { COMMON_KINDS, type Rival } from '../rival.ts';

interface Report {
  readonly circular_dependencies: readonly { readonly files: readonly string[] }[];
}

/** Says cycles only, and only those of imports that run. */
export const fallow: Rival = {
  name: 'fallow',
  command: ({ root, installed }) => [
    process.execPath,
    installed('node_modules/fallow/bin/fallow'),
    'dead-code',
    '--circular-deps',
    '--format',
    'json',
    '--no-cache',
    '--quiet',
    '--root',
    root,
  ],
  goodStatus: [0, 1],
  read({ stdout }) {
    const { circular_dependencies: found } = JSON.parse(stdout) as Report;
    return { modules: null, edges: null, cycles: found.map(({ files }) => files) };
  },
  follows: COMMON_KINDS.filter((kind) => kind !== 'type'),
};
