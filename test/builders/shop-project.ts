import type { ProjectRecords } from '../../src/facts/project-records.ts';
import { shop } from './image-records.ts';

const nodeOf = (id: string): number => shop.graph.ids.indexOf(id);

/** What manifests and CODEOWNERS of the shop say: entries that lead to sources and one that leads nowhere, all kinds of dependencies. */
export const shopProject: ProjectRecords = {
  packages: [
    {
      name: 'shop',
      directory: '',
      manifest: 'package.json',
      isPrivate: true,
      isNamed: true,
      isBroken: false,
      isMember: true,
      isHoisting: true,
    },
    {
      name: '@shop/core',
      directory: 'packages/core',
      manifest: 'packages/core/package.json',
      isPrivate: false,
      isNamed: true,
      isBroken: false,
      isMember: true,
      isHoisting: false,
    },
    {
      name: 'packages/orders',
      directory: 'packages/orders',
      manifest: 'packages/orders/package.json',
      isPrivate: false,
      isNamed: false,
      isBroken: true,
      isMember: false,
      isHoisting: false,
    },
  ],
  entries: [
    {
      package: 0,
      kind: 'script',
      key: 'start',
      condition: '',
      target: 'apps/web/src/main.ts',
      node: nodeOf('apps/web/src/main.ts'),
      missing: '',
      line: 7,
    },
    {
      package: 1,
      kind: 'exports',
      key: '.',
      condition: 'import.types',
      target: './dist/index.d.ts',
      node: nodeOf('packages/core/src/index.ts'),
      missing: '',
      line: 5,
    },
    {
      package: 1,
      kind: 'exports',
      key: './theme.css',
      condition: '',
      target: './theme.css',
      node: null,
      missing: 'not-a-module',
      line: 9,
    },
  ],
  dependencies: [
    { package: 0, name: 'typescript', range: '^5.9.0', kind: 'dev', line: 12, isNamed: true, isOptionalPeer: false },
    { package: 1, name: 'react', range: '>=18', kind: 'peer', line: 0, isNamed: false, isOptionalPeer: true },
    { package: 1, name: 'zod', range: '^4.1.0', kind: 'prod', line: 14, isNamed: false, isOptionalPeer: false },
  ],
  owners: {
    path: '.github/CODEOWNERS',
    rules: [
      { pattern: '*', owners: ['@shop/everybody'], line: 1 },
      { pattern: '/packages/orders/', owners: ['@ann', 'bob@shop.example'], line: 3 },
      { pattern: '/packages/orders/generated/', owners: [], line: 4 },
    ],
  },
  check: '{"forbidden":[]}',
};
