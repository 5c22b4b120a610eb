import { expect, it } from 'vitest';
import { importsOf } from '../../../builders/extract-from.ts';

it('finds files that travel with the module', () => {
  expect(
    importsOf(`
      new URL('./flag.svg', import.meta.url);
      new Worker(new URL('./lookout.ts', import.meta.url), { type: 'module' });
      new URL(\`./signals/\${letter}.png\`, import.meta.url);
    `),
  ).toEqual(['asset ./flag.svg', 'asset ./lookout.ts', 'asset ./signals/*.png pattern']);
});

it('passes over folders, full URLs and URLs of something else', () => {
  expect(
    importsOf(`
      new URL('.', import.meta.url); new URL('../', import.meta.url); new URL('..', import.meta.url);
      new URL('https://harbour.example/flag.svg', import.meta.url);
      new URL('./flag.svg', base); new URL('./flag.svg');
    `),
  ).toEqual([]);
});
