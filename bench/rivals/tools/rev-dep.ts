import { relative } from 'node:path';
import { COMMON_KINDS, type Rival, type Task } from '../rival.ts';

type Tree = Readonly<
  Record<string, readonly { readonly id: string; readonly request: string; readonly resolvedTypeLabel: string }[]>
>;

/** What it calls an import of the project's own modules, of the same package and of another one in the workspace. */
const OWN = new Set(['UserModule', 'MonorepoModule']);

const options = ({ root, tsconfig }: Task): string[] => [
  '--follow-monorepo-packages',
  '--cwd',
  root,
  ...(tsconfig === null ? [] : ['--tsconfig-json', relative(root, tsconfig)]),
];

/**
 * Timed: the list of cycles by its own search for components. The graph is printed by a debugging command whose form it does not promise;
 * that one is asked of the native program, because the npm package's wrapper cuts off what is longer than 1 MB and still ends with 0.
 */
export const revDep: Rival = {
  name: 'rev-dep',
  command: (task) => [
    process.execPath,
    task.installed('node_modules/rev-dep/bin.js'),
    'circular',
    '--algorithm',
    'SCC',
    ...options(task),
  ],
  details: (task) => [
    task.installed(`node_modules/@rev-dep/${process.platform}-${process.arch}/bin/rev-dep`),
    'debug',
    'get-tree-for-cwd',
    ...options(task),
  ],
  // The number of cycles, modulo 256.
  goodStatus: 'any',
  read({ stdout }, { root }) {
    const tree = JSON.parse(stdout) as Tree;
    const edges = Object.entries(tree).flatMap(([from, imports]) =>
      (imports ?? [])
        .filter(({ id, resolvedTypeLabel }) => id !== '' && OWN.has(resolvedTypeLabel))
        .map(({ id, request }) => ({ from: relative(root, from), to: relative(root, id), specifier: request })),
    );
    return { modules: Object.keys(tree).map((path) => relative(root, path)), edges, cycles: null };
  },
  follows: COMMON_KINDS,
};

/** The modules of each cycle that the timed command lists, on standard error, from the root. */
export function listedCycles(stderr: string): string[][] {
  return stderr
    .split(/^Circular Dependency \d+:$/m)
    .slice(1)
    .map((text) => [...text.matchAll(/^\s*➞ (\S+)(?: \(.*\))?$/gm)].map(([, path = '']) => path).slice(0, -1));
}
