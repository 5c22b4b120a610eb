import picomatch from 'picomatch/posix.js';
import { edgeKindBit } from '../../base/edge-kinds.ts';
import { isTameGlob } from '../../base/tame-glob.ts';
import type { GraphReader } from '../../image/reader.ts';

const GLOB = edgeKindBit('glob');

/**
 * Modules that import whatever a glob matches (`import.meta.glob('./pages/*.ts')`), by the files among some that are gone which it would match. One whose glob matches
 * nothing any more is not found: its pattern leads nowhere.
 * @returns pairs of a file and a node
 */
export function globImporters(graph: GraphReader, gone: readonly string[]): [file: string, importer: number][] {
  const found: [string, number][] = [];
  const { masks } = graph.forward;
  const seen = new Set<string>();
  for (let edge = 0; edge < masks.length; edge++) {
    if (((masks[edge] ?? 0) & GLOB) === 0) continue;
    const importer = graph.sourceOf(edge);
    const id = graph.idOf(importer);
    const folder = id.slice(0, id.lastIndexOf('/') + 1);
    for (const { specifier } of graph.sitesOf(edge)) {
      // Each file that a glob matches has an edge with the same pattern.
      if (seen.has(`${importer} ${specifier}`) || !isTameGlob(specifier)) continue;
      seen.add(`${importer} ${specifier}`);
      const matches = matcherOf(specifier.replace(/^\.\//, ''));
      for (const file of gone) {
        if (file.startsWith(folder) && matches(file.slice(folder.length))) found.push([file, importer]);
      }
    }
  }
  return found;
}

function matcherOf(pattern: string): (path: string) => boolean {
  try {
    return picomatch(pattern, { dot: true, debug: true });
  } catch {
    return () => false;
  }
}
