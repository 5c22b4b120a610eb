import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createExtractor } from '../../../src/facts/extract/extract-facts.ts';
import { runPipeline } from '../../../src/facts/pipeline.ts';
import type { SymbolRecords } from '../../../src/facts/symbol-records.ts';
import { kernelModule } from '../../../src/session/node/kernels.ts';
import { type ProjectFiles, projectOf } from '../../builders/project.ts';
import { DEFAULT_OPTIONS } from './default-options.ts';

/** The symbols of a project written to a folder, through scan, parser, extractors and linking. */
export async function linkedProject(files: ProjectFiles): Promise<SymbolRecords> {
  const root = projectOf(files);
  const extractor = createExtractor(kernelModule('plain'));
  const { records } = await runPipeline(root, DEFAULT_OPTIONS, {
    extract: async (sources) => sources.map(({ path }) => extractor.extract(path, readFileSync(join(root, path)))),
  });
  if (!records.symbols) throw new Error('no symbols');
  return records.symbols;
}
