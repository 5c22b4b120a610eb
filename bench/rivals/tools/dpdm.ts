import { isBuiltin } from 'node:module';
import { COMMON_KINDS, EXTENSIONS, LEFT_OUT, type Rival } from '../rival.ts';

interface Tree {
  readonly tree: Readonly<Record<string, readonly { readonly request: string; readonly id: string | null }[] | null>>;
}

/** Writes a tree of all modules that the globs match or that are reached from there; `id` is null for what it cannot resolve. */
export const dpdm: Rival = {
  name: 'dpdm',
  command: ({ scratch, tsconfig, installed }) => [
    process.execPath,
    installed('node_modules/dpdm/lib/bin/dpdm.js'),
    '--no-tree',
    '--no-circular',
    '--no-warning',
    '--no-progress',
    '--output',
    `${scratch}/dpdm.json`,
    '--extensions',
    ['', ...EXTENSIONS, 'json'].map((extension) => (extension === '' ? '' : `.${extension}`)).join(','),
    '--exclude',
    LEFT_OUT,
    ...(tsconfig === null ? [] : ['--tsconfig', tsconfig]),
    `**/*.{${EXTENSIONS.join(',')}}`,
  ],
  goodStatus: [0],
  read({ written }) {
    const { tree } = JSON.parse(written('dpdm.json')) as Tree;
    // What it met but did not read has null instead of imports; builtins of Node are there as files without any.
    const modules = Object.entries(tree).flatMap(([path, imports]) =>
      imports === null || isBuiltin(path) ? [] : [{ path, imports }],
    );
    const edges = modules.flatMap(({ path: from, imports }) =>
      imports.flatMap(({ id, request }) =>
        id === null || isBuiltin(id) ? [] : [{ from, to: id, specifier: request }],
      ),
    );
    return { modules: modules.map(({ path }) => path), edges, cycles: null };
  },
  follows: COMMON_KINDS,
};
