import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createLeafFiles } from '../../../src/facts/resolve/leaf-files.ts';
import { projectOf } from '../../builders/project.ts';

it('lists what is no source, no folder, no link and not hidden', () => {
  const root = projectOf({
    'menu.json': '{}',
    'shop/b.svg': '',
    'shop/B.json': '{}',
    'shop/.hidden.json': '{}',
    'shop/cart.ts': '',
    'shop/Till.vue': '',
    'shop/icons/bread.svg': '',
  });
  symlinkSync(join(root, 'menu.json'), join(root, 'shop/link.json'));
  const leavesIn = createLeafFiles(root);
  expect(leavesIn('')).toEqual(['menu.json']);
  expect(leavesIn('shop')).toEqual(['shop/B.json', 'shop/b.svg']);
  expect(leavesIn('gone')).toEqual([]);
});
