import type { ImageReader } from '../../../src/image/reader.ts';

/** The source that a specifier in a source leads to by our graph; null for none. */
export function moduleTargets({ graph }: ImageReader): (path: string, specifier: string) => string | null {
  const targets = new Map<string, string>();
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const target = graph.forward.targets[edge] ?? 0;
    if (graph.kindOf(target) !== 'module') continue;
    for (const { specifier, location } of graph.sitesOf(edge)) {
      targets.set(`${location.path}\0${specifier}`, graph.idOf(target));
    }
  }
  return (path, specifier) => targets.get(`${path}\0${specifier}`) ?? null;
}
