import { edgeKindBit } from '../../base/edge-kinds.ts';
import type { ImageReader } from '../../image/reader.ts';

const EXPORT_FROM = edgeKindBit('export-from');

/**
 * What was said of a file that could not be read (or was not) and that a name of a module would have to come from: of the module itself, else of what it
 * re-exports, near and far. Undefined when nothing is said of any of them. O(modules re-exported and their edges).
 * @param place the path of the module, the end of it, or the name of a package
 */
export function unreadSource(
  { graph, diagnostics }: ImageReader,
  place: string,
): { readonly path: string; readonly code: string } | undefined {
  const entries = diagnostics.entries();
  const own = entries.find(({ path }) => path === place || path.endsWith(`/${place}`));
  if (own || entries.length === 0) return own;
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const { offsets, targets, masks } = graph.forward;
  const reached = new Set([...graph.findEnding(place, Number.POSITIVE_INFINITY), ...graph.nodesOfPackage(place)]);
  // A set that is gone through hears of what is added meanwhile.
  for (const node of reached) {
    const entry = byPath.get(graph.idOf(node));
    if (entry) return entry;
    for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge++)
      if (((masks[edge] ?? 0) & EXPORT_FROM) !== 0) reached.add(targets[edge] ?? 0);
  }
  return undefined;
}
