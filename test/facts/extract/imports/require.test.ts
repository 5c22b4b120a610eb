import { expect, it } from 'vitest';
import { importsOf } from '../../../builders/extract-from.ts';

it.each(['hold.js', 'hold.cjs', 'hold.ts'])('finds free calls of require in %s', (path) => {
  expect(
    importsOf(
      `
      const rope = require('./rope');
      function later() { return require('./knot').tie; }
      require(\`./sails/\${name}\`);
    `,
      path,
    ),
  ).toEqual(['require ./rope', 'require ./knot nested', 'require ./sails/* pattern']);
});

it('finds them in a script that returns at the top level', () => {
  expect(importsOf(`const rope = require('./rope'); if (!rope) return; module.exports = rope;`, 'early.cjs')).toEqual([
    'require ./rope',
  ]);
});

it('leaves alone a require that is somebody else’s', () => {
  expect(
    importsOf(
      `
      define(function (require) { require('./shadowed'); });
      function bundle(require) { return require('./also-shadowed'); }
      ship.require('./method');
    `,
      'amd.js',
    ),
  ).toEqual([]);
});

it('knows what createRequire returns, by whatever name', () => {
  expect(
    importsOf(`
      import { createRequire } from 'node:module';
      function early() { return load('./early'); }
      const require = createRequire(import.meta.url);
      const load = createRequire(__filename);
      require('./native.node');
      createRequire(import.meta.url)('./direct');
      { const load = (path) => path; load('./not-a-module'); }
      const elsewhere = createRequire(projectRoot);
      elsewhere('./in-another-folder');
    `),
  ).toEqual(['static node:module', 'require ./early nested', 'require ./native.node', 'require ./direct']);
});
