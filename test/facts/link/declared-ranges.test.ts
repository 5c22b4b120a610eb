import { expect, it } from 'vitest';
import { createDeclaredRanges } from '../../../src/facts/link/declared-ranges.ts';
import { linkFacts } from '../../../src/facts/link/link-facts.ts';
import { createFolderLog } from '../../../src/facts/resolve/folder-log.ts';
import { DEFAULT_ERASURE } from '../../../src/facts/resolve/tsconfig/erasure-settings.ts';
import { readPackages } from '../../../src/facts/scan/read-packages.ts';
import { type ProjectFiles, projectOf } from '../../builders/project.ts';
import { factsOf } from '../support/facts-of.ts';

/** The packages of a project of manifests alone. */
function packagesOf(manifests: ProjectFiles) {
  const configs = Object.keys(manifests).map((path) => ({ path, size: 0, ctimeMs: 0 }));
  return readPackages(projectOf(manifests), configs).packages;
}

const shop = () =>
  packagesOf({
    'package.json': { name: 'shop', devDependencies: { vitest: '^4.0.0', zod: '^3.0.0' } },
    'packages/cart/package.json': { name: '@shop/cart', dependencies: { zod: '^4.1.0' } },
    'packages/cart/fixtures/package.json': {},
  });

it('is what the nearest manifest that names the package says', () => {
  const declared = createDeclaredRanges(shop());
  expect(declared('packages/cart/src/total.ts', 'zod')).toBe('^4.1.0');
  expect(declared('packages/cart/fixtures/bread.ts', 'zod')).toBe('^4.1.0');
  expect(declared('packages/prices/src/index.ts', 'zod')).toBe('^3.0.0');
  expect(declared('main.ts', 'vitest')).toBe('^4.0.0');
  expect(declared('packages/cart/src/total.ts', 'vitest')).toBe('^4.0.0');
  expect(declared('packages/cart/src/total.ts', 'express')).toBeNull();
});

it('of several fields is the one that counts for who uses the package', () => {
  const own = (fields: object) => createDeclaredRanges(packagesOf({ 'package.json': fields }))('main.ts', 'react');
  expect(own({ peerDependencies: { react: '>=18' }, devDependencies: { react: '19.1.0' } })).toBe('>=18');
  expect(own({ dependencies: { react: '^19.0.0' }, peerDependencies: { react: '>=18' } })).toBe('^19.0.0');
  expect(own({ optionalDependencies: { react: '^19.1.0' }, dependencies: { react: '^19.0.0' } })).toBe('^19.1.0');
});

it('belongs to an edge, so that two importers of one package may have two', () => {
  const { records } = linkFacts(
    [
      factsOf('main.ts', [['zod'], ['express'], ['./main.ts']]),
      factsOf('packages/cart/src/total.ts', [['zod', 'type']]),
      factsOf('packages/prices/src/index.ts', [['zod']]),
    ],
    { files: [], directories: [], configs: [], witnesses: [], packages: shop(), manifests: [], diagnostics: [] },
    {
      diagnostics: [],
      inputs: [],
      log: createFolderLog('/shop', []),
      signature: '',
      signatureOf: () => '',
      mapPattern: () => [],
      leavesIn: () => [],
      resolveEntry: () => 'file-not-found',
      erasureOf: () => DEFAULT_ERASURE,
      ownerOf: () => null,
      resolve: (path, name) =>
        name.startsWith('.')
          ? { kind: 'module', id: path, package: null }
          : { kind: 'external', id: `npm:${name}`, package: name },
    },
  );
  const { graph } = records;
  const listed = Array.from(graph.rangeEdges, (edge, place) => [
    graph.ids[graph.targets[edge] ?? 0],
    graph.offsets.findIndex((start) => start > edge) - 1,
    graph.ranges[graph.rangeNumbers[place] ?? -1],
  ]);
  expect(listed).toEqual([
    ['npm:zod', 0, '^3.0.0'],
    ['npm:zod', 1, '^4.1.0'],
    ['npm:zod', 2, '^3.0.0'],
  ]);
  // Once each, however often it is declared.
  expect(graph.ranges).toEqual(['^3.0.0', '^4.1.0']);
});
