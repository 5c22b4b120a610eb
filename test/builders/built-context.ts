import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createExtractor } from '../../src/facts/extract/extract-facts.ts';
import { runPipeline } from '../../src/facts/pipeline.ts';
import type { QueryContext } from '../../src/queries/define.ts';
import { kernelModule } from '../../src/session/node/kernels.ts';
import { contextOf } from './context-of.ts';
import { type ProjectFiles, projectOf } from './project.ts';

const OPTIONS = { include: [], exclude: [], maxFileBytes: 2 ** 21, dotDirectories: false, minified: false };

/** A project written to a folder, through scan, parser, extractors and linking, as a query sees it. */
export async function builtContext(
  files: ProjectFiles,
): Promise<{ readonly root: string; readonly context: QueryContext }> {
  const root = projectOf(files);
  const extractor = createExtractor(kernelModule('plain'));
  const { records } = await runPipeline(root, OPTIONS, {
    extract: async (sources) => sources.map(({ path }) => extractor.extract(path, readFileSync(join(root, path)))),
  });
  return { root, context: contextOf(records) };
}
