import { describe, expect, it } from 'vitest';
import { checkGraph, checkLengths } from '../../src/image/check-graph.ts';
import { encodeImage } from '../../src/image/encode.ts';
import { type GraphVectors, graphVectors } from '../../src/image/graph-vectors.ts';
import { readHeader } from '../../src/image/read-header.ts';
import { shop } from '../builders/image-records.ts';
import { vectorChecks } from '../oracles/vector-checks.ts';

const { bytes } = encodeImage(shop, vectorChecks);
const { offset = 0, length = 0 } = readHeader(bytes).sections.get('graph') ?? {};
const TEXTS = 40;

/** The vectors of the shop, in memory of their own that may be written to. */
const vectors = () => graphVectors(bytes.slice(offset, offset + length));
const damaged = (message: string | RegExp) =>
  expect.objectContaining({ code: 'CONDUIT_IMAGE_DAMAGED', message: expect.stringMatching(message) });

describe('the checks of a graph', () => {
  it('pass what was encoded', () => {
    checkLengths(vectors());
    checkGraph(vectors(), TEXTS, vectorChecks);
  });

  it.each<[RegExp, (graph: GraphVectors) => void]>([
    [/an id of a node is no text/, ({ ids }) => ids.fill(TEXTS, -1)],
    [/a name of a package is no text/, ({ packages }) => packages.fill(TEXTS, -1)],
    [/a specifier is no text/, ({ sites }) => sites.specifiers.fill(TEXTS, 0, 1)],
    [/unknown package/, ({ nodePackages, packages }) => nodePackages.fill(packages.length, 0, 1)],
    [/wrong order/, ({ kinds }) => kinds.fill(6, -1)],
    [/wrong order/, ({ kinds }) => kinds.fill(1, 0, 1)],
    [/wrong order/, ({ ids }) => ids.copyWithin(1, 0, 1)],
    [/wrong order/, ({ ids }) => ids.subarray(0, 3).reverse()],
    [/image is damaged: offsets of edges/, ({ forward }) => forward.offsets.fill(1, 0, 1)],
    [/image is damaged: offsets of edges/, ({ forward }) => forward.offsets.fill(0, -1)],
    [/image is damaged: a target/, ({ forward, ids }) => forward.targets.fill(ids.length, 2, 3)],
    [/image is damaged: a mask/, ({ forward }) => forward.masks.fill(1 << 12, 0, 1)],
    [/reverse offsets/, ({ reverse }) => reverse.offsets.fill(9, 0, 1)],
    [/reverse target/, ({ reverse }) => reverse.targets.fill(0xffffffff, 0, 1)],
    [/reverse mask/, ({ reverse }) => reverse.masks.fill(0xffffffff, 0, 1)],
    [/reverse entry/, ({ reverseEdges }) => reverseEdges.fill(reverseEdges.length, 0, 1)],
    [/offsets of sites/, ({ siteOffsets }) => siteOffsets.fill(99, 1, 2)],
    [/unknown kind/, ({ sites }) => sites.kinds.fill(12, 0, 1)],
    [/a folder of a package is no text/, ({ packageDirectories }) => packageDirectories.fill(TEXTS, 0, 1)],
    [/a range is no text/, ({ ranges }) => ranges.texts.fill(TEXTS, 0, 1)],
    [/a range belongs to no edge/, ({ ranges, forward }) => ranges.edges.fill(forward.targets.length, 0, 1)],
  ])('refuse %s', (message, change) => {
    const graph = vectors();
    change(graph);
    expect(() => checkGraph(graph, TEXTS, vectorChecks)).toThrow(damaged(message));
  });

  it('leave texts alone when the texts are not loaded', () => {
    const graph = vectors();
    graph.ids.fill(TEXTS, graph.ids.length - 1);
    checkGraph(graph, null, vectorChecks);
  });

  it('refuse ranges in the wrong order: they are searched', () => {
    const graph = vectors();
    const [edge = 0] = graph.ranges.edges;
    const ranges = { edges: Uint32Array.of(edge, edge), texts: Uint32Array.of(0, 0) };
    expect(() => checkGraph({ ...graph, ranges }, TEXTS, vectorChecks)).toThrow(damaged(/ranges do not ascend/));
  });

  it('accept an image from before packages had folders and edges ranges', () => {
    const none = new Uint32Array();
    checkLengths({ ...vectors(), packageDirectories: none, ranges: { edges: none, texts: none } });
  });

  const parts = (graph: GraphVectors): [string, Uint32Array | Uint8Array, (vector: never) => GraphVectors][] => {
    const { forward, reverse, sites } = graph;
    return [
      ['kinds', graph.kinds, (kinds) => ({ ...graph, kinds })],
      ['nodePackages', graph.nodePackages, (nodePackages) => ({ ...graph, nodePackages })],
      ['lines', graph.lines, (lines) => ({ ...graph, lines })],
      ['forward.offsets', forward.offsets, (offsets) => ({ ...graph, forward: { ...forward, offsets } })],
      ['forward.targets', forward.targets, (targets) => ({ ...graph, forward: { ...forward, targets } })],
      ['forward.masks', forward.masks, (masks) => ({ ...graph, forward: { ...forward, masks } })],
      ['reverse.offsets', reverse.offsets, (offsets) => ({ ...graph, reverse: { ...reverse, offsets } })],
      ['reverse.targets', reverse.targets, (targets) => ({ ...graph, reverse: { ...reverse, targets } })],
      ['reverse.masks', reverse.masks, (masks) => ({ ...graph, reverse: { ...reverse, masks } })],
      ['reverseEdges', graph.reverseEdges, (reverseEdges) => ({ ...graph, reverseEdges })],
      ['siteOffsets', graph.siteOffsets, (siteOffsets) => ({ ...graph, siteOffsets })],
      ['sites.kinds', sites.kinds, (kinds) => ({ ...graph, sites: { ...sites, kinds } })],
      ['sites.flags', sites.flags, (flags) => ({ ...graph, sites: { ...sites, flags } })],
      ['sites.specifiers', sites.specifiers, (specifiers) => ({ ...graph, sites: { ...sites, specifiers } })],
      ['sites.lines', sites.lines, (lines) => ({ ...graph, sites: { ...sites, lines } })],
      ['sites.columns', sites.columns, (columns) => ({ ...graph, sites: { ...sites, columns } })],
      ['sites.endLines', sites.endLines, (endLines) => ({ ...graph, sites: { ...sites, endLines } })],
      ['packageDirectories', graph.packageDirectories, (packageDirectories) => ({ ...graph, packageDirectories })],
      ['ranges', graph.ranges.texts, (texts) => ({ ...graph, ranges: { ...graph.ranges, texts } })],
      ['sites.endColumns', sites.endColumns, (endColumns) => ({ ...graph, sites: { ...sites, endColumns } })],
    ];
  };
  it.each(parts(vectors()))('refuse %s that is shorter than what it goes with', (_, vector, replaced) => {
    expect(() => checkLengths(replaced(vector.subarray(1) as never))).toThrow(damaged(/where there should be/));
  });
});
