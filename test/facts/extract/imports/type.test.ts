import { expect, it } from 'vitest';
import { importsOf } from '../../../builders/extract-from.ts';

it('finds imports that are written as types', () => {
  expect(
    importsOf(`
      import type { Ship } from './ship';
      import type Fleet from './fleet';
      import { type Crew, type Captain as Master } from './crew';
    `),
  ).toEqual(['type ./ship', 'type ./fleet', 'type ./crew']);
});

it('finds import types, also of typeof, also inside functions and type arguments', () => {
  expect(
    importsOf(`
      type Anchor = import('./anchor').Anchor<import('./chain').Chain>;
      type Module = typeof import('./harbour');
      function lower(rope: import('./rope', { with: { 'resolution-mode': 'import' } }).Rope) {}
    `),
  ).toEqual(['type ./anchor', 'type ./chain', 'type ./harbour', 'type ./rope']);
});

it('understands Flow in a JavaScript file', () => {
  const source = `// @flow
    import type { Ship } from './ship';
    import typeof Fleet from './fleet';
    export function dock(ship: ?Ship): void {}`;
  expect(importsOf(source, 'legacy/dock.js')).toEqual(['type ./ship', 'type ./fleet']);
});

it('takes everything in a declaration file for a type: nothing of it is left at run time', () => {
  const source = `
    import { Ship } from './ship.js';
    export * from './fleet.js';
    import rope = require('./rope');
    /// <reference types="node" />
  `;
  expect(importsOf(source, 'dist/harbour.d.ts')).toEqual(['type ./ship.js', 'type ./fleet.js', 'type ./rope']);
});
