import { COMMON_KINDS, EXTENSIONS, LEFT_OUT, type Rival } from '../rival.ts';

/** Its JSON is a map from a module to those that it imports. */
export const madge: Rival = {
  name: 'madge',
  command: ({ root, tsconfig, installed }) => [
    process.execPath,
    installed('node_modules/madge/bin/cli.js'),
    '--json',
    '--no-spinner',
    '--basedir',
    root,
    '--extensions',
    EXTENSIONS.join(','),
    '--exclude',
    LEFT_OUT,
    ...(tsconfig === null ? [] : ['--ts-config', tsconfig]),
    root,
  ],
  goodStatus: [0],
  read({ stdout }) {
    const graph = JSON.parse(stdout) as Record<string, string[]>;
    const edges = Object.entries(graph).flatMap(([from, targets]) => targets.map((to) => ({ from, to })));
    return { modules: Object.keys(graph), edges, cycles: null };
  },
  follows: COMMON_KINDS,
};
