import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createFileProbe } from '../../../src/facts/resolve/probe-files.ts';
import { projectOf } from '../../builders/project.ts';

it('finds the real file behind a path that is shortened, respelt or linked', () => {
  const root = projectOf({ 'icons/basket.svg': '', 'prices.json': {}, 'total.ts': '' });
  symlinkSync('icons', join(root, 'pictures'));
  symlinkSync(join(projectOf({ 'theme.css': '' }), 'theme.css'), join(root, 'theme.css'));
  const probe = createFileProbe(root);
  expect(probe('prices')).toBe('prices.json');
  expect(probe('total.js')).toBe('total.ts');
  expect(probe('pictures/basket.svg')).toBe('icons/basket.svg');
  expect(probe('theme.css')).toBe('outside');
  expect(probe('gone.svg')).toBe(null);
});

it('tells a fragment from a name that looks like one', () => {
  const probe = createFileProbe(projectOf({ 'sprite.svg': '', 'basket#2.svg': '', 'total.ts': '' }));
  expect(probe('basket#2.svg')).toBe('basket#2.svg');
  expect(probe('sprite.svg#basket')).toBe('sprite.svg');
  expect(probe('total.ts#sum')).toBe('total.ts');
  expect(probe('gone.svg#basket')).toBe(null);
});

it('does not hand a path that no system opens to the native resolver, whose stack it would overflow', () => {
  expect(createFileProbe(projectOf({}))('a/'.repeat(2 ** 19))).toBe(null);
});
