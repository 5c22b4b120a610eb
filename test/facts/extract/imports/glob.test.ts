import { expect, it } from 'vitest';
import { importsOf } from '../../../builders/extract-from.ts';

it('finds import.meta.glob: one site a pattern', () => {
  expect(
    importsOf(`
      const charts = import.meta.glob('./charts/*.ts');
      const lights = import.meta.glob(['./lights/*.ts', '!./lights/broken.ts'], { eager: true, import: 'default' });
      const lazy = import.meta.glob('./lazy/*.ts', { eager: false });
    `),
  ).toEqual([
    'glob ./charts/*.ts pattern',
    'glob ./lights/*.ts eager pattern',
    'glob !./lights/broken.ts eager pattern',
    'glob ./lazy/*.ts pattern',
  ]);
});

it('turns require.context into a glob', () => {
  expect(
    importsOf(
      String.raw`
      require.context('./flags', true, /\.svg$/);
      require.context('./flags/', false, /\.(png|jpe?g)$/);
      require.context('./signals', true, /\.tsx?$/);
      require.context('./masts');
      require.context('./stories', true, /\.stories\.js$/);
    `,
      'flags.js',
    ),
  ).toEqual([
    'glob ./flags/**/*.svg eager pattern',
    'glob ./flags/* eager pattern',
    'glob ./signals/**/*.ts{,x} eager pattern',
    'glob ./masts/**/* eager pattern',
    'glob ./stories/**/*.stories.js eager pattern',
  ]);
});
