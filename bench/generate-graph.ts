import type { CsrVectors } from '../src/base/csr.ts';
import { EDGE_KINDS } from '../src/base/edge-kinds.ts';
import { seededRandom } from './random.ts';

/**
 * A graph shaped like the modules of a large repository: most edges lead to a module nearby (the same package), some
 * to anywhere, a few modules are imported by very many; about a tenth of the edges carry another kind than `static`.
 * It has parallel edges, self-loops and empty rows. The same arguments give the same graph.
 *
 * @param edgesPerNode the mean number of edges a node
 */
export function generateGraph(nodeCount: number, edgesPerNode: number, seed: number): CsrVectors {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const popular = Math.max(1, Math.floor(nodeCount / 100));

  const offsets = new Uint32Array(nodeCount + 1);
  for (let node = 0; node < nodeCount; node++) {
    const degree = random() < 0.1 ? 0 : below(Math.ceil((edgesPerNode * 2) / 0.9));
    offsets[node + 1] = (offsets[node] ?? 0) + degree;
  }
  const edgeCount = offsets[nodeCount] ?? 0;
  const targets = new Uint32Array(edgeCount);
  const masks = new Uint32Array(edgeCount);
  for (let node = 0; node < nodeCount; node++) {
    const row = targets.subarray(offsets[node], offsets[node + 1]);
    for (let edge = 0; edge < row.length; edge++) {
      const kind = random();
      if (kind < 0.7) row[edge] = Math.min(nodeCount - 1, Math.max(0, node + below(101) - 50));
      else row[edge] = below(kind < 0.85 ? popular : nodeCount);
    }
    row.sort();
  }
  for (let edge = 0; edge < edgeCount; edge++) masks[edge] = random() < 0.9 ? 1 : 1 << below(EDGE_KINDS.length);
  return { offsets, targets, masks };
}
