import { expect, it } from 'vitest';
import { numberPackages } from '../../../src/facts/link/number-packages.ts';

it('keeps packages of one name apart: by folder, the external one last', () => {
  const external = { name: 'express', directory: null };
  const [own, copy] = [
    { name: 'express', directory: 'packages/express' },
    { name: 'express', directory: 'legacy/express' },
  ];
  const { packages, numberOfPackage } = numberPackages([external, own, null, copy, { ...own }]);
  expect(packages).toEqual([copy, own, external]);
  expect([copy, own, external].map(numberOfPackage)).toEqual([0, 1, 2]);
});

it('does not mistake a folder for a name', () => {
  const { packages } = numberPackages([
    { name: 'zod', directory: null },
    { name: '.', directory: '' },
    { name: 'shop', directory: 'npm:zod' },
  ]);
  expect(packages.map(({ name }) => name)).toEqual(['.', 'shop', 'zod']);
});
