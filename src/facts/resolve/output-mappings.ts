import type { OutputMapping } from './output-to-source.ts';
import type { Tsconfig } from './tsconfig/tsconfig-record.ts';

/** By folder: what the tsconfigs in it say about output. A declaration folder mirrors the sources as `outDir` does. */
export function outputMappings(
  tsconfigs: ReadonlyMap<string, Tsconfig>,
): ReadonlyMap<string, readonly OutputMapping[]> {
  const mappings = new Map<string, OutputMapping[]>();
  for (const { directory, outDir, declarationDir, rootDir } of tsconfigs.values()) {
    for (const output of [outDir, declarationDir]) {
      if (!output) continue;
      const known = mappings.get(directory) ?? [];
      if (!known.some((mapping) => mapping.output === output && mapping.source === rootDir)) {
        known.push({ output, source: rootDir });
      }
      mappings.set(directory, known);
    }
  }
  return mappings;
}
