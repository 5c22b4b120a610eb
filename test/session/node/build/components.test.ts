/** Components, aliases and globs through a whole build, cold and incremental. */
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildImage } from '../../../../src/session/node/build/build-image.ts';
import { readBuiltProject } from '../../../builders/built-project.ts';
import { type ProjectFiles, projectOf, writeFiles } from '../../../builders/project.ts';

const aliasTo = (folder: string): string =>
  `import { resolve } from 'node:path';\nexport default { resolve: { alias: { '@': resolve(__dirname, '${folder}') } } };\n`;

const HARBOUR: ProjectFiles = {
  'package.json': { name: 'harbour', type: 'module', dependencies: { vue: '3' } },
  'vite.config.ts': aliasTo('src'),
  'src/main.ts': "import App from './App.vue';\nexport const pages = import.meta.glob(['@/pages/*', '!**/draft.*']);\n",
  'src/App.vue': `<template><Quay /></template>\n<script setup lang="ts">\nimport Quay from '@/Quay.svelte';\nimport { ref } from 'vue';\n</script>\n<style src="./app.css"></style>\n`,
  'src/Quay.svelte': "<script>import { tide } from '@/tide';</script>\n{#if tide}<p>high</p>{/if}\n",
  'src/Pier.astro':
    "---\nimport Quay from './Quay.svelte';\nif (!Quay) return;\n---\n<script>import './tide';</script>\n",
  'src/app.css': '',
  'src/tide.ts': '',
  'lib/tide.ts': '',
  'src/pages/home.vue': '',
  'src/pages/draft.vue': '',
};

/** Builds what there is now, sees that a cold build gives the same bytes, and says what each module imports. */
async function importsNow(root: string, modules: readonly string[]): Promise<string[][]> {
  await buildImage(root);
  const incremental = readBuiltProject(root);
  const image = join(root, 'cold');
  await buildImage(root, { imageDirectory: image, cold: true });
  const cold = readBuiltProject(root, join(image, 'image.bin'));
  rmSync(image, { recursive: true });
  const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  expect(digest(incremental.bytes)).toBe(digest(cold.bytes));
  return modules.map(incremental.importsOf);
}

it('makes modules of components, whose imports lead through aliases', async () => {
  const root = projectOf(HARBOUR);
  const modules = ['src/main.ts', 'src/App.vue', 'src/Quay.svelte', 'src/Pier.astro'];
  expect(await importsNow(root, modules)).toEqual([
    ['src/App.vue', 'src/pages/home.vue'],
    ['npm:vue', 'src/Quay.svelte', 'src/app.css'],
    ['src/tide.ts'],
    ['src/Quay.svelte', 'src/tide.ts'],
  ]);
  expect(readBuiltProject(root).coverage).toMatchObject({ failed: 0, unresolved: {} });
});

it('sees what an alias, a component or a file that is no source changes for modules that did not', async () => {
  const root = projectOf(HARBOUR);
  expect(await importsNow(root, ['src/Quay.svelte', 'src/main.ts'])).toEqual([
    ['src/tide.ts'],
    ['src/App.vue', 'src/pages/home.vue'],
  ]);
  writeFiles(root, { 'vite.config.ts': aliasTo('lib') });
  expect(await importsNow(root, ['src/Quay.svelte', 'src/main.ts'])).toEqual([
    ['lib/tide.ts'],
    ['?:@/pages/*', 'src/App.vue'],
  ]);
  writeFiles(root, { 'vite.config.ts': aliasTo('src'), 'src/pages/chart.json': {}, 'src/pages/draft.json': {} });
  expect(await importsNow(root, ['src/Quay.svelte', 'src/main.ts'])).toEqual([
    ['src/tide.ts'],
    ['src/App.vue', 'src/pages/chart.json', 'src/pages/home.vue'],
  ]);
  rmSync(join(root, 'vite.config.ts'));
  rmSync(join(root, 'src/App.vue'));
  expect(await importsNow(root, ['src/Quay.svelte', 'src/main.ts'])).toEqual([
    ['?:@/tide'],
    ['?:./App.vue', '?:@/pages/*'],
  ]);
});
