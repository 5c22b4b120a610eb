import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEarlyRows } from '../../../src/facts/link/early-rows.ts';
import { runPipeline } from '../../../src/facts/pipeline.ts';
import type { FileFacts } from '../../../src/facts/records.ts';
import { createResolver } from '../../../src/facts/resolve/create-resolver.ts';
import { scanSources } from '../../../src/facts/scan/scan-sources.ts';
import { extractFile } from '../../builders/extract-from.ts';
import { projectOf } from '../../builders/project.ts';

const OPTIONS = { include: [], exclude: [], maxFileBytes: 2 ** 21, dotDirectories: false, minified: false };

const BAKERY = {
  'package.json': { name: 'bakery', dependencies: { react: '19' } },
  'vite.config.ts': "export default { resolve: { alias: { '@': new URL('./src', import.meta.url).pathname } } };\n",
  'src/main.ts': "import React from 'react';\nimport { bake } from '@/oven';\nimport './slider';\nimport './gone';\n",
  'src/oven.ts':
    "export * from './heat';\nimport type { Tray } from './tray';\nexport const bake = (tray: Tray) => tray;\n",
  'src/heat.ts': "import { bake } from './oven';\nexport const heat = () => bake;\n",
  'src/tray.ts': 'export interface Tray {}\n',
  'src/slider.ts': 'export {};\n',
  'src/menus.ts': "import.meta.glob('./menus/*.ts');\nimport('./slider');\n",
  'src/menus/soups.ts': 'export {};\n',
  'src/menus/slider.ts': "import '../slider';\n",
};

/** `slider.ts` turns out to be minified when it is read. */
function factsOf(root: string, path: string): FileFacts {
  const facts = extractFile(root, path);
  if (!path.endsWith('slider.ts')) return facts;
  const skipped = { path, code: 'skipped-minified', message: '', line: 0, column: 0 } as const;
  return { ...facts, sites: new Uint32Array(), diagnostics: [skipped] };
}

describe('rows that are resolved while files are still read', () => {
  it('leave no trace in the outcome, in whatever order and batches files come in', async () => {
    const root = projectOf(BAKERY);
    const scan = scanSources(root, OPTIONS);
    const {
      scan: _,
      resolver,
      ...late
    } = await runPipeline(root, OPTIONS, {
      extract: async (files) => files.map(({ path }) => factsOf(root, path)),
    });
    const facts = new Map(late.facts.map((file) => [file.path, file]));
    const order = fc.shuffledSubarray(
      scan.files.map(({ path }) => path),
      { minLength: scan.files.length },
    );
    await fc.assert(
      fc.asyncProperty(order, fc.integer({ min: 1, max: 4 }), async (paths, size) => {
        const {
          scan: _,
          resolver,
          ...outcome
        } = await runPipeline(root, OPTIONS, {
          async extract(files, onArrival) {
            for (let at = 0; at < paths.length; at += size) {
              onArrival?.(paths.slice(at, at + size).flatMap((path) => facts.get(path) ?? []));
              await nextTurn();
            }
            return files.flatMap(({ path }) => facts.get(path) ?? []);
          },
        });
        expect(outcome).toEqual(late);
      }),
      { numRuns: 30 },
    );
  });

  it('wait for the configurations of bundlers, and are not kept where they lead to no module', async () => {
    const root = projectOf(BAKERY);
    const scan = scanSources(root, OPTIONS);
    const early = createEarlyRows(scan);
    const [config, main, oven] = ['vite.config.ts', 'src/main.ts', 'src/oven.ts'].map((path) => factsOf(root, path));
    if (!config || !main || !oven) throw new Error('no facts');
    early.begin(createResolver(root, scan, () => early.configs));
    early.take([main, oven]);
    await nextTurn();
    early.take([config]);
    await nextTurn();
    await nextTurn();
    const all = scan.files.map(({ path }) => ({ ...main, path }));
    expect(
      early
        .among(all)(main)
        ?.targets.map(({ id }) => id),
    ).toEqual(['npm:react', 'src/oven.ts', 'src/slider.ts', '?:./gone']);
    const rowOf = early.among(all.filter(({ path }) => path !== 'src/slider.ts'));
    expect(rowOf(main)).toBeNull();
    expect(rowOf(oven)?.targets.map(({ id }) => id)).toEqual(['src/heat.ts', 'src/tray.ts']);
  });
});
