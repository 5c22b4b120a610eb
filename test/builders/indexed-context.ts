import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createExtractor } from '../../src/facts/extract/extract-facts.ts';
import { runPipeline } from '../../src/facts/pipeline.ts';
import type { QueryContext } from '../../src/queries/define.ts';
import { kernelModule } from '../../src/session/node/kernels.ts';
import { DEFAULT_OPTIONS } from '../facts/support/default-options.ts';
import { contextOf } from './context-of.ts';
import { type ProjectFiles, projectOf } from './project.ts';

/** What a query runs on, from sources on disk: through scan, parser, extractors, linking and the image. */
export async function indexedContext(files: ProjectFiles): Promise<QueryContext> {
  const root = projectOf(files);
  const extractor = createExtractor(kernelModule('plain'));
  const { records } = await runPipeline(root, DEFAULT_OPTIONS, {
    extract: async (sources) => sources.map(({ path }) => extractor.extract(path, readFileSync(join(root, path)))),
  });
  return contextOf(records);
}
