/**
 * Draws edges and non-edges of a project's graph for a person to check against the sources:
 *
 *     npm run sample-edges -- <root> [--seed 1] [--edges 20] [--non-edges 10]
 *
 * Prints one line an edge (importer:line:column, specifier, kinds, where it leads, the source line) and one a non-edge
 * (two modules, and every specifier by which the first could mean the second).
 */
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { edgeKindsOf } from '../src/base/edge-kinds.ts';
import type { GraphReader } from '../src/image/reader.ts';
import { buildImage } from '../src/session/node/build/build-image.ts';
import { loadInProcess } from '../src/session/node/load-in-process.ts';
import { seededRandom } from './random.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    edges: { type: 'string', default: '20' },
    'non-edges': { type: 'string', default: '10' },
  },
});
const root = resolve(positionals[0] ?? '.');
const random = seededRandom(Number(values.seed));
const pick = (limit: number): number => Math.floor(random() * limit);

const { image: path } = await buildImage(root);
const { graph } = loadInProcess(path).image;
console.log(`${root}: ${graph.nodeCount} nodes, ${graph.edgeCount} edges, seed ${values.seed}`);
console.log('\nEdges');
for (let i = 0; i < Number(values.edges); i++) printEdge(graph, pick(graph.edgeCount));
console.log('\nNon-edges');
for (let i = 0; i < Number(values['non-edges']); )
  i += printNonEdge(graph, pick(graph.nodeCount), pick(graph.nodeCount)) ? 1 : 0;

function printEdge(graph: GraphReader, edge: number): void {
  const from = graph.idOf(graph.sourceOf(edge));
  const to = graph.forward.targets[edge] ?? 0;
  const kinds = edgeKindsOf(graph.forward.masks[edge] ?? 0).join('+');
  const [site] = graph.sitesOf(edge);
  if (!site) throw new Error(`edge ${edge} has no site`);
  const { line, column } = site.location;
  const text = readFileSync(join(root, from), 'utf8').split('\n')[line - 1]?.trim() ?? '';
  console.log(
    `${from}:${line}:${column}  ${kinds}  '${site.specifier}' → ${graph.idOf(to)}\n      ${text.slice(0, 140)}`,
  );
}

function printNonEdge(graph: GraphReader, from: number, to: number): boolean {
  if (from === to || graph.kindOf(from) !== 'module' || graph.kindOf(to) !== 'module') return false;
  const row = graph.forward.targets.subarray(graph.forward.offsets[from], graph.forward.offsets[from + 1]);
  if (row.includes(to)) return false;
  const stem = basename(graph.idOf(to)).replace(/\..*$/, '');
  const source = readFileSync(join(root, graph.idOf(from)), 'utf8').split('\n');
  const near = source.flatMap((text, index) =>
    text.includes(stem) && /['"]/.test(text) ? [`${index + 1}: ${text.trim().slice(0, 100)}`] : [],
  );
  console.log(
    `${graph.idOf(from)}  ↛  ${graph.idOf(to)}   lines that name “${stem}” in quotes: ${near.length === 0 ? 'none' : near.slice(0, 3).join(' | ')}`,
  );
  return true;
}
