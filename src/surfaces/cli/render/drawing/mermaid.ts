import { printable } from '../../../../base/text.ts';
import { type Cluster, clustersOf, nameIn } from './clusters.ts';
import { type Drawing, type DrawnKind, type DrawnNode, legendOfSymbols, type Stroke, strokeOf } from './drawing.ts';

/** Beyond it Mermaid, as it is configured everywhere, draws nothing but an error. */
export const MERMAID_EDGES = 500;

const ARROWS: Readonly<Record<Stroke, string>> = { plain: '-->', deferred: '-. later .->', type: '-.->' };

/** Opening and closing of a box. */
const SHAPES: Readonly<Record<DrawnKind, readonly [string, string]>> = {
  module: ['["', '"]'],
  symbol: ['["', '"]'],
  json: ['["', '"]'],
  asset: ['["', '"]'],
  package: ['["', '"]'],
  folder: ['["', '"]'],
  external: ['(["', '"])'],
  builtin: ['(["', '"])'],
  unresolved: ['{{"', '"}}'],
};

const CLASSES: readonly (readonly [string, readonly DrawnKind[], string])[] = [
  ['together', ['package', 'folder'], 'fill:#eaf2fb,stroke:#52606d,color:#1f2933'],
  ['outside', ['external', 'builtin'], 'fill:#f4f5f7,stroke:#9aa5b1,color:#52606d'],
  ['unresolved', ['unresolved'], 'fill:#fff,stroke:#c0392b,color:#c0392b,stroke-dasharray:4 3'],
];

/** A drawing as a Mermaid flowchart, line by line, each with its line feed. Nodes are numbered; their labels are their ids. */
export function* mermaidOf(drawing: Drawing, note: string | null): Generator<string> {
  const { title, nodes, edges } = drawing;
  const legend =
    'solid: imported at once; dotted: types only, or, where it says so, later (dynamic, glob, resolve, mock, asset)';
  yield 'flowchart LR\n';
  yield `  %% ${comment(title)}\n`;
  yield `  %% ${legendOfSymbols(drawing) ?? legend}\n`;
  if (note !== null) yield `  %% ${comment(note)}\n`;
  const numbers = new Map(nodes.map(({ id }, number) => [id, `n${number}`]));
  const nameOf = (id: string): string => numbers.get(id) ?? '';
  const { clusters, free } = clustersOf(nodes);
  for (const [number, cluster] of clusters.entries()) {
    const label = cluster.folder === '' ? cluster.package : `${cluster.package}  ${cluster.folder}`;
    yield `  subgraph s${number}["${escaped(label)}"]\n`;
    for (const node of cluster.nodes) yield `    ${nodeLine(node, nameOf(node.id), cluster)}\n`;
    yield '  end\n';
  }
  for (const node of free) yield `  ${nodeLine(node, nameOf(node.id), null)}\n`;
  for (const edge of edges) yield `  ${nameOf(edge.from)} ${ARROWS[strokeOf(edge)]} ${nameOf(edge.to)}\n`;
  yield* classLines(nodes, nameOf);
}

function nodeLine(node: DrawnNode, name: string, cluster: Cluster | null): string {
  const [open, close] = SHAPES[node.kind];
  const remark = node.remark === '' ? '' : `<br/>${escaped(node.remark)}`;
  return `${name}${open}${escaped(nameIn(cluster, node))}${remark}${close}`;
}

function* classLines(nodes: readonly DrawnNode[], nameOf: (id: string) => string): Generator<string> {
  for (const [name, kinds, style] of CLASSES) {
    const members = nodes.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => nameOf(id));
    if (members.length > 0) yield `  classDef ${name} ${style}\n  class ${members.join(',')} ${name}\n`;
  }
  const targets = nodes.filter(({ isTarget }) => isTarget).map(({ id }) => nameOf(id));
  if (targets.length > 0) yield `  classDef target stroke-width:3px\n  class ${targets.join(',')} target\n`;
}

/**
 * A text between quotes. Whatever means something to Mermaid, to Markdown or to HTML becomes one of Mermaid's entities (`#35;`): letters
 * of all scripts, digits and the signs of ordinary paths stay.
 */
function escaped(text: string): string {
  return printable(text).replace(/[^\p{L}\p{N}\p{M} ./@:,()+=~^…-]/gu, (sign) => `#${sign.codePointAt(0)};`);
}

/** A comment ends with its line; `%%{` would begin a directive, also in the middle. */
function comment(text: string): string {
  return printable(text).replaceAll(/[%{}]/g, ' ');
}
