import { expect, it } from 'vitest';
import { importsOf } from '../../../builders/extract-from.ts';

it('finds dynamic imports and whether they are nested', () => {
  expect(
    importsOf(`
      const tide = await import('./tide');
      import(\`./quay\`);
      const load = () => import('./crane');
    `),
  ).toEqual(['dynamic ./tide', 'dynamic ./quay', 'dynamic ./crane nested']);
});

it('turns what it knows of a computed specifier into a pattern', () => {
  expect(
    importsOf(`
      import(\`./locales/\${language}.js\`);
      import('./charts/' + sea + '/' + sheet + '.json');
      import(\`./\${a}\${b}/\${'pier'}\`);
      import(chooseModule());
      import(('./fixed' as string)!);
      import('./sum' + '.js');
    `),
  ).toEqual([
    'dynamic ./locales/*.js pattern',
    'dynamic ./charts/*/*.json pattern',
    'dynamic ./*/pier pattern',
    'dynamic * pattern',
    'dynamic ./fixed',
    'dynamic ./sum.js',
  ]);
});

it('sees both sides of a choice', () => {
  expect(importsOf(`import(storm ? './shelter' : calm ? './open-sea' : name);`)).toEqual([
    'dynamic ./shelter',
    'dynamic ./open-sea',
    'dynamic * pattern',
  ]);
});

it('takes neither import.meta nor a method called import for one', () => {
  expect(importsOf(`import.meta.url; cargo.import('./cargo'); import(...args);`)).toEqual([]);
});

it('survives an expression of any depth', () => {
  expect(importsOf(`import(${'a + '.repeat(5_000)}'x');`)).toEqual(['dynamic *x pattern']);
  expect(importsOf(`import(${"a ? './x' : ".repeat(500)}'./y');`)).toHaveLength(65);
});
