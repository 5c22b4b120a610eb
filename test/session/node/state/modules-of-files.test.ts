import { expect, it } from 'vitest';
import { runPipeline } from '../../../../src/facts/pipeline.ts';
import { modulesOfFiles } from '../../../../src/session/node/state/modules-of-files.ts';
import { extractFile } from '../../../builders/extract-from.ts';
import { projectOf } from '../../../builders/project.ts';

const OPTIONS = { include: [], exclude: [], maxFileBytes: 2 ** 21, dotDirectories: false, minified: false };

it('finds facts and modules of the files of a sweep, past those that are no modules or of which nothing is known', async () => {
  const root = projectOf({ 'a.ts': '', 'b.ts': '', 'c.ts': '', 'd.ts': '' });
  const minified = { path: 'b.ts', code: 'skipped-minified', message: '', line: 0, column: 0 } as const;
  const { scan, facts } = await runPipeline(root, OPTIONS, {
    extract: async (files) =>
      files
        .filter(({ path }) => path !== 'c.ts')
        .map(({ path }) => ({ ...extractFile(root, path), diagnostics: path === 'b.ts' ? [minified] : [] })),
  });
  const found = modulesOfFiles({ scan, facts });
  expect(found.map(({ module }) => module)).toEqual([0, -1, -1, 1]);
  expect(found.map((file) => file.facts?.path)).toEqual(['a.ts', 'b.ts', undefined, 'd.ts']);
});
