import { edgeKindsOf } from '../../src/base/edge-kinds.ts';
import { SITE_EAGER, SITE_NESTED, SITE_PATTERN } from '../../src/facts/records.ts';
import type { GraphReader, ImageReader } from '../../src/image/reader.ts';

/**
 * All that an image says, as a text for people to read and for a change to show in: each node with its edges, each edge with its
 * places, then what the build has to say about itself.
 */
export function describeImage({ graph, diagnostics }: ImageReader): string {
  const nodes = Array.from({ length: graph.nodeCount }, (_, node) => describeNode(graph, node));
  const { status, files, parsed, failed, unresolved } = diagnostics.coverage;
  const reasons = Object.entries(unresolved).map(([reason, count]) => `  ${count} × ${reason}`);
  const entries = diagnostics
    .entries()
    .map(({ path, code, message, line, column }) => `  ${path}:${line}:${column} ${code} ${message}`.trimEnd());
  const sites = diagnostics
    .unresolvedSites()
    .map(({ path, line, column, specifier, reason }) => `  ${path}:${line}:${column} '${specifier}' ${reason}`);
  return [
    ...nodes.flat(),
    '',
    `coverage ${status}: ${files} files, ${diagnostics.lines} lines, ${parsed} parsed, ${failed} failed`,
    ...reasons,
    'diagnostics',
    ...entries,
    'unresolved',
    ...sites,
    '',
  ].join('\n');
}

function describeNode(graph: GraphReader, node: number): string[] {
  const { offsets, targets, masks } = graph.forward;
  const of = graph.packageOf(node);
  const lines = [
    `${graph.kindOf(node)} ${graph.idOf(node)}${of === null ? '' : ` in ${of}`}, ${graph.linesOf(node)} lines`,
  ];
  for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge++) {
    const range = graph.rangeOf(edge);
    const declared = range === null ? '' : ` ${range}`;
    lines.push(`  → ${graph.idOf(targets[edge] ?? 0)}${declared} (${edgeKindsOf(masks[edge] ?? 0).join(', ')})`);
    for (const { specifier, flags, location } of graph.sitesOf(edge)) {
      const { line, column, endLine, endColumn } = location;
      lines.push(`      ${line}:${column}–${endLine}:${endColumn} '${specifier}'${describeFlags(flags)}`);
    }
  }
  return lines;
}

function describeFlags(flags: number): string {
  const words = [
    [SITE_NESTED, 'nested'],
    [SITE_EAGER, 'eager'],
    [SITE_PATTERN, 'pattern'],
  ] as const;
  return words.map(([flag, word]) => ((flags & flag) === 0 ? '' : ` ${word}`)).join('');
}
