import { ALL_EDGE_KINDS } from '../../base/edge-kinds.ts';
import type { ImageReader } from '../../image/reader.ts';
import type { QueryContext } from '../define.ts';
import { type PackageIndex, packageIndex } from '../packages/package-index.ts';
import { type EntryNode, entryNodes } from './entry-nodes.ts';

/** What the parts of the question share: the entries, and what they lead to. */
export interface Scope {
  readonly image: ImageReader;
  readonly packages: PackageIndex;
  readonly entries: ReadonlyMap<number, EntryNode>;
  /** Whether only what is shipped counts. */
  readonly production: boolean;
  /** By node: whether an entry that counts leads there. */
  readonly isReached: Uint8Array;
  /** By node: whether an entry of production leads there. */
  readonly isShipped: Uint8Array;
}

/**
 * Follows every kind of import from the entries: also what is imported for its type, mocked or resolved has to be there. O(nodes + edges).
 * @param globs of modules that are entries besides those that are known
 */
export function unusedScope(
  { image, kernels }: QueryContext,
  { production, globs }: { readonly production: boolean; readonly globs: readonly string[] },
): Scope {
  const { graph } = image;
  const packages = packageIndex(image);
  const entries = entryNodes(image, packages, globs);
  const reachFrom = (starts: readonly number[]): Uint8Array => {
    const reached = new Uint8Array(graph.nodeCount);
    const { nodes } = kernels.reach(graph.forward, starts, { depth: Number.POSITIVE_INFINITY, mask: ALL_EDGE_KINDS });
    for (const node of nodes) reached[node] = 1;
    return reached;
  };
  const shipped = [...entries].flatMap(([node, entry]) => (entry.production ? [node] : []));
  const isShipped = reachFrom(shipped);
  const isReached = production ? isShipped : reachFrom([...entries.keys()]);
  return { image, packages, entries, production, isReached, isShipped };
}
