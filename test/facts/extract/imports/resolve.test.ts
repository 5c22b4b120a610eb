import { expect, it } from 'vitest';
import { importsOf } from '../../../builders/extract-from.ts';

it('finds what is only resolved', () => {
  expect(
    importsOf(`
      require.resolve('./anchor');
      const here = import.meta.resolve('./chain.js');
      const find = () => require.resolve('windlass/package.json', { paths: [] });
      Promise.resolve('./not-a-module');
    `),
  ).toEqual(['resolve ./anchor', 'resolve ./chain.js', 'resolve windlass/package.json nested']);
});
