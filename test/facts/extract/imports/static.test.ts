import { expect, it } from 'vitest';
import { importsOf } from '../../../builders/extract-from.ts';

it('finds every form of a static import', () => {
  expect(
    importsOf(`
      import './buoys.css';
      import tide from './tide.ts';
      import * as charts from '@sea/charts';
      import pilot, { berth as mooring } from "../berth";
      import {} from './empty';
      import data from './depths.json' with { type: 'json' };
    `),
  ).toEqual([
    'static ./buoys.css',
    'static ./tide.ts',
    'static @sea/charts',
    'static ../berth',
    'static ./empty',
    'static ./depths.json',
  ]);
});

it('keeps an import static when only some of its names are types', () => {
  expect(importsOf(`import { type Ship, dock } from './dock'; import Crane, { type Load } from './crane';`)).toEqual([
    'static ./dock',
    'static ./crane',
  ]);
});

it('decodes escapes in the specifier', () => {
  expect(importsOf(String.raw`import '\u{1F6A2}/\x61/"quay"\\';`)).toEqual(['static 🚢/a/"quay"\\']);
});

it('finds imports in a block of ambient declarations', () => {
  expect(importsOf(`declare module 'sextant' { import { Star } from './star'; }`, 'types/sextant.d.ts')).toEqual([
    'type ./star',
  ]);
});
