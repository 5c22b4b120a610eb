import { compareCodeUnits } from '../../../../base/text.ts';
import type { DrawnNode } from './drawing.ts';

/** The boxes of one package, drawn inside a frame. */
export interface Cluster {
  readonly package: string;
  /** The folder that all its boxes lie in, with `/` at the end, or '': need not be said in every box. */
  readonly folder: string;
  readonly nodes: readonly DrawnNode[];
}

/** Frames for packages, by name, and the boxes outside of all. Where all is of one package, a frame says nothing. */
export function clustersOf(nodes: readonly DrawnNode[]): { clusters: readonly Cluster[]; free: readonly DrawnNode[] } {
  const byPackage = new Map<string, DrawnNode[]>();
  for (const node of nodes) {
    if (node.package === null) continue;
    const known = byPackage.get(node.package);
    if (known) known.push(node);
    else byPackage.set(node.package, [node]);
  }
  if (byPackage.size < 2) return { clusters: [], free: nodes };
  const clusters = [...byPackage]
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .map(([name, members]) => ({ package: name, folder: commonFolder(members), nodes: members }));
  return { clusters, free: nodes.filter((node) => node.package === null) };
}

/** What a box is called inside a frame. */
export function nameIn(cluster: Cluster | null, { id }: DrawnNode): string {
  if (!cluster || !id.startsWith(cluster.folder)) return id;
  return id.slice(cluster.folder.length) || './';
}

function commonFolder(nodes: readonly DrawnNode[]): string {
  const [first, ...others] = nodes;
  if (!first || others.length === 0) return '';
  // As far as all ids go together, and then back to the end of a folder.
  let shared = first.id.length;
  for (const { id } of others) {
    let length = 0;
    while (length < shared && id[length] === first.id[length]) length++;
    shared = length;
  }
  return first.id.slice(0, first.id.lastIndexOf('/', shared - 1) + 1).slice(0, shared);
}
