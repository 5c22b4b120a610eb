import { ConduitError } from '../base/errors.ts';
import { type GraphRecords, SITE } from '../facts/records.ts';
import { GraphSection } from './generated/graph-section.ts';
import { reverseRows } from './reverse-rows.ts';
import { alignedVector, finishSection, sectionBuilder } from './section-builder.ts';
import type { TextTable } from './text-table.ts';
import { NONE } from './vectors.ts';

/** The texts that {@link encodeGraph} will ask numbers for. */
export function graphTexts({ ids, packages, packageDirectories, specifiers, ranges }: GraphRecords): string[] {
  return [...ids, ...packages, ...packageDirectories.filter((folder) => folder !== null), ...specifiers, ...ranges];
}

/** The section `graph`: nodes, edges in both directions, and the places of every edge. */
export function encodeGraph(graph: GraphRecords, texts: TextTable): Uint8Array {
  const numbersOf = (list: readonly string[]): Uint32Array => new Uint32Array(list.map(texts.numberOf));
  const ids = numbersOf(graph.ids);
  assertOrder(graph, ids);
  const reverse = reverseRows(graph);
  const sites = siteColumns(graph.sites, numbersOf(graph.specifiers));
  const ranges = numbersOf(graph.ranges);

  const columns = [
    [GraphSection.addNodeIds, ids],
    [GraphSection.addNodeKinds, graph.kinds],
    [GraphSection.addNodePackages, graph.nodePackages],
    [GraphSection.addNodeLines, graph.lines],
    [GraphSection.addPackages, numbersOf(graph.packages)],
    [GraphSection.addOffsets, graph.offsets],
    [GraphSection.addTargets, graph.targets],
    [GraphSection.addMasks, graph.masks],
    [GraphSection.addReverseOffsets, reverse.offsets],
    [GraphSection.addReverseTargets, reverse.targets],
    [GraphSection.addReverseMasks, reverse.masks],
    [GraphSection.addReverseEdges, reverse.edges],
    [GraphSection.addSiteOffsets, graph.siteOffsets],
    [GraphSection.addSiteKinds, sites.kinds],
    [GraphSection.addSiteFlags, sites.flags],
    [GraphSection.addSiteSpecifiers, sites.specifiers],
    [GraphSection.addSiteLines, sites.lines],
    [GraphSection.addSiteColumns, sites.columns],
    [GraphSection.addSiteEndLines, sites.endLines],
    [GraphSection.addSiteEndColumns, sites.endColumns],
    [
      GraphSection.addPackageDirectories,
      Uint32Array.from(graph.packageDirectories, (folder) => (folder === null ? NONE : texts.numberOf(folder))),
    ],
    [GraphSection.addRangeEdges, graph.rangeEdges],
    [GraphSection.addRangeTexts, graph.rangeNumbers.map((range) => ranges[range] ?? 0)],
  ] as const;
  const builder = sectionBuilder(columns.reduce((total, [, values]) => total + values.byteLength, 0));
  // FlatBuffers are built from the leaves up: all vectors before the table that points at them.
  const vectors = columns.map(([add, values]) => [add, alignedVector(builder, values)] as const);
  GraphSection.startGraphSection(builder);
  for (const [add, vector] of vectors) add(builder, vector);
  return finishSection(builder, GraphSection.endGraphSection(builder));
}

/** `find` is a binary search among the nodes of a kind, so two ids in the wrong order would make modules unfindable. */
function assertOrder({ ids: names, kinds }: GraphRecords, ids: Uint32Array): void {
  for (let node = 1; node < ids.length; node++) {
    const step = (kinds[node] ?? 0) - (kinds[node - 1] ?? 0) || (ids[node] ?? 0) - (ids[node - 1] ?? 0);
    if (step > 0) continue;
    const where = `\`${names[node - 1]}\` and \`${names[node]}\``;
    throw new ConduitError('CONDUIT_BUILD_FAILED', `the nodes ${where} are equal or in the wrong order`);
  }
}

/** Sites as columns: a vector of one meaning can be checked in one pass, and compresses better. */
function siteColumns(words: Uint32Array, specifiers: Uint32Array) {
  const count = words.length / SITE.WORDS;
  const column = <Vector extends Uint8Array | Uint32Array>(word: number, values: Vector): Vector => {
    for (let site = 0, at = word; site < count; site++, at += SITE.WORDS) values[site] = words[at] ?? 0;
    return values;
  };
  return {
    kinds: column(SITE.KIND, new Uint8Array(count)),
    flags: column(SITE.FLAGS, new Uint8Array(count)),
    specifiers: column(SITE.SPECIFIER, new Uint32Array(count)).map((specifier) => specifiers[specifier] ?? 0),
    lines: column(SITE.LINE, new Uint32Array(count)),
    columns: column(SITE.COLUMN, new Uint32Array(count)),
    endLines: column(SITE.END_LINE, new Uint32Array(count)),
    endColumns: column(SITE.END_COLUMN, new Uint32Array(count)),
  };
}
