import { printable } from '../../../../base/text.ts';
import { type Cluster, clustersOf, nameIn } from './clusters.ts';
import {
  type Drawing,
  type DrawnEdge,
  type DrawnKind,
  type DrawnNode,
  legendOfSymbols,
  type Stroke,
  strokeOf,
} from './drawing.ts';

const STROKES: Readonly<Record<Stroke, string>> = { plain: '', deferred: 'style=dotted', type: 'style=dashed' };

const LOOKS: Readonly<Record<DrawnKind, string>> = {
  module: '',
  symbol: '',
  json: 'shape=note',
  asset: 'shape=note',
  package: 'fillcolor="#eaf2fb"',
  folder: 'shape=folder, fillcolor="#eaf2fb"',
  external: 'shape=ellipse, color="#9aa5b1", fillcolor="#f4f5f7"',
  builtin: 'shape=ellipse, color="#9aa5b1", fillcolor="#f4f5f7"',
  unresolved: 'color="#c0392b", fontcolor="#c0392b", style="rounded,dashed"',
};

/** A drawing in Graphviz' language, line by line, each with its line feed. Nodes are called by their ids. */
export function* dotOf(drawing: Drawing, note: string | null): Generator<string> {
  const { title, nodes, edges } = drawing;
  const legend = 'solid: imported at once; dotted: later (dynamic, glob, resolve, mock, asset); dashed: types only';
  yield `digraph ${quoted(title)} {\n`;
  yield `  // ${legendOfSymbols(drawing) ?? legend}\n`;
  if (note !== null) yield `  // ${printable(note)}\n`;
  yield '  rankdir=LR; nodesep=0.15; ranksep=0.7; newrank=true;\n';
  yield '  graph [fontname="Helvetica", fontsize=11, fontcolor="#52606d", color="#cbd2d9", style=rounded];\n';
  yield '  node [fontname="Helvetica", fontsize=10, shape=box, style="rounded,filled", fillcolor=white, height=0.25, margin="0.1,0.04"];\n';
  yield '  edge [color="#52606d", arrowsize=0.6];\n';
  const { clusters, free } = clustersOf(nodes);
  for (const [number, cluster] of clusters.entries()) {
    const label = cluster.folder === '' ? cluster.package : `${cluster.package}  ${cluster.folder}`;
    yield `  subgraph "cluster_${number}" {\n    label=${quotedLabel([label])};\n`;
    for (const node of cluster.nodes) yield `    ${nodeLine(node, cluster)}\n`;
    yield '  }\n';
  }
  for (const node of free) yield `  ${nodeLine(node, null)}\n`;
  const outside = new Set(nodes.filter(({ path }) => path === null).map(({ id }) => id));
  for (const edge of edges) yield `  ${edgeLine(edge, outside.has(edge.to))}\n`;
  yield '}\n';
}

function nodeLine(node: DrawnNode, cluster: Cluster | null): string {
  const { id, kind, remark, isTarget } = node;
  const label = quotedLabel([nameIn(cluster, node), ...(remark === '' ? [] : [remark])]);
  const attributes = [`label=${label}`, LOOKS[kind], isTarget ? 'penwidth=2.5' : ''].filter((one) => one !== '');
  return `${quoted(id)} [${attributes.join(', ')}];`;
}

/** Arrows out of the project are paler: most of them say little. */
function edgeLine(edge: DrawnEdge, leavesProject: boolean): string {
  const { from, to, kinds } = edge;
  const words = kinds.length === 0 ? '' : `tooltip=${quoted(kinds.join(', '))}`;
  const attributes = [STROKES[strokeOf(edge)], leavesProject ? 'color="#b8c0c8"' : '', words].filter(
    (one) => one !== '',
  );
  return `${quoted(from)} -> ${quoted(to)}${attributes.length === 0 ? '' : ` [${attributes.join(', ')}]`};`;
}

/**
 * A string of the language. Inside quotes only `\"` is an escape to its parser, but labels and tooltips know more of them, and entities of
 * HTML; a backslash at the end would also swallow the quote.
 */
function quoted(text: string): string {
  return `"${printable(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** Lines of a label; `&` would begin an entity. */
function quotedLabel(lines: readonly string[]): string {
  const escaped = lines.map((line) => quoted(line.replaceAll('&', '&amp;')).slice(1, -1));
  return `"${escaped.join('\\n')}"`;
}
