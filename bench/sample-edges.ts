/**
 * Draws edges and non-edges of a project's graph for a person to check against the sources:
 *
 *     npm run sample-edges -- <root> [--seed 1] [--edges 20] [--non-edges 10]
 *
 * Prints one line an edge (importer:line:column, kinds, specifier, where it leads, the source line) and one a non-edge
 * (two modules, and every specifier by which the first could mean the second).
 *
 * An edge is drawn by the rank of its two ends, not by its number: when the graph changes elsewhere, the sample stays, and
 * what was checked need not be checked again.
 */
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { edgeKindsOf } from '../src/base/edge-kinds.ts';
import type { GraphReader } from '../src/image/reader.ts';
import { buildImage } from '../src/session/node/build/build-image.ts';
import { loadInProcess } from '../src/session/node/load-in-process.ts';
import { lowestRanked, rankOf } from './rank.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    edges: { type: 'string', default: '20' },
    'non-edges': { type: 'string', default: '10' },
  },
});
const { seed } = values;
const root = resolve(positionals[0] ?? '.');

const { image: path } = await buildImage(root);
const { graph } = loadInProcess(path).image;
console.log(`${root}: ${graph.nodeCount} nodes, ${graph.edgeCount} edges, seed ${seed}`);
console.log('\nEdges');
for (const edge of drawEdges(graph, Number(values.edges))) printEdge(graph, edge);
console.log('\nNon-edges');
for (const [from, to] of drawNonEdges(graph, Number(values['non-edges']))) printNonEdge(graph, from, to);

function drawEdges(graph: GraphReader, count: number): number[] {
  return lowestRanked(Array(graph.edgeCount).keys(), count, (edge) =>
    rankOf(seed, 'edge', graph.idOf(graph.sourceOf(edge)), graph.idOf(graph.forward.targets[edge] ?? 0)),
  );
}

/** Modules by rank, each with the module that it does not import whose rank beside it is lowest. */
function drawNonEdges(graph: GraphReader, count: number): [from: number, to: number][] {
  const modules = [...Array(graph.nodeCount).keys()].filter((node) => graph.kindOf(node) === 'module');
  const importers = lowestRanked(modules, count, (from) => rankOf(seed, 'importer', graph.idOf(from)));
  return importers.flatMap((from) => {
    const row = graph.forward.targets.subarray(graph.forward.offsets[from], graph.forward.offsets[from + 1]);
    const others = modules.filter((to) => to !== from && !row.includes(to));
    const drawn = lowestRanked(others, 1, (to) => rankOf(seed, 'non-edge', graph.idOf(from), graph.idOf(to)));
    return drawn.map((to): [number, number] => [from, to]);
  });
}

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

function printNonEdge(graph: GraphReader, from: number, to: number): void {
  const stem = basename(graph.idOf(to)).replace(/\..*$/, '');
  const source = readFileSync(join(root, graph.idOf(from)), 'utf8').split('\n');
  const near = source.flatMap((text, index) =>
    text.includes(stem) && /['"]/.test(text) ? [`${index + 1}: ${text.trim().slice(0, 100)}`] : [],
  );
  console.log(
    `${graph.idOf(from)}  ↛  ${graph.idOf(to)}   lines that name “${stem}” in quotes: ${near.length === 0 ? 'none' : near.slice(0, 3).join(' | ')}`,
  );
}
