import { expect, it } from 'vitest';
import { importsOf } from '../../../builders/extract-from.ts';

it('finds what test frameworks mock', () => {
  expect(
    importsOf(`
      import { vi } from 'vitest';
      vi.mock('./radio', () => ({ call: vi.fn() }));
      vi.mock(import('./radar'));
      jest.unmock('./sonar');
      const actual = await vi.importActual('./lights');
      jest.mock('ship-to-shore');
      test('calls', () => { jest.doMock('./late'); });
    `),
  ).toEqual([
    'static vitest',
    'mock ./radio',
    'mock ./radar',
    'mock ./sonar',
    'mock ./lights',
    'mock ship-to-shore',
    'mock ./late nested',
  ]);
});

it('is not taken in by other methods and other objects', () => {
  expect(
    importsOf(`
      vi.fn('./not-a-module');
      harbour.mock('./not-a-module');
      function play(vi) { vi.mock('./not-a-module'); }
    `),
  ).toEqual([]);
});
