import { expect, it } from 'vitest';
import { SITE, SITE_CONTINUES } from '../../../../src/facts/records.ts';
import { extractFrom, importsOf } from '../../../builders/extract-from.ts';

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

it('tells which patterns belong to one call', () => {
  const { sites } = extractFrom(`
    import.meta.glob(['./lights/*.ts', '!./lights/broken.ts', './masts/*.ts']);
    import.meta.glob('./flags/*.ts');
  `);
  const flags = Array.from(
    { length: sites.length / SITE.WORDS },
    (_, site) => sites[site * SITE.WORDS + SITE.FLAGS] ?? 0,
  );
  expect(flags.map((bits) => (bits & SITE_CONTINUES) !== 0)).toEqual([false, true, true, false]);
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
