import { COMMON_KINDS, type Rival } from '../rival.ts';

/** Its command line prints cycles for people or opens a web page; the graph comes from its programming interface. */
export const skott: Rival = {
  name: 'skott',
  command: ({ tsconfig, installed }) => [
    process.execPath,
    installed('skott-graph.mjs'),
    ...(tsconfig === null ? [] : [tsconfig]),
  ],
  goodStatus: [0],
  read({ stdout }) {
    const graph = JSON.parse(stdout) as Record<string, string[]>;
    const edges = Object.entries(graph).flatMap(([from, targets]) => targets.map((to) => ({ from, to })));
    return { modules: Object.keys(graph), edges, cycles: null };
  },
  follows: COMMON_KINDS,
};
