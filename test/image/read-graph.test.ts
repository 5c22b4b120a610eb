import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NODE_KINDS } from '../../src/base/node-kinds.ts';
import { type GraphRecords, SITE } from '../../src/facts/records.ts';
import { encodeImage } from '../../src/image/encode.ts';
import { anyRecords } from '../builders/any-records.ts';
import { recordsOf, shop } from '../builders/image-records.ts';
import { openBytes } from '../builders/open-bytes.ts';
import { vectorChecks } from '../oracles/vector-checks.ts';

const open = (records = shop) => openBytes(encodeImage(records, vectorChecks).bytes);

/** What the records say of a node, looked up in the plainest way. */
const packageIn = (graph: GraphRecords, node: number) => graph.packages[graph.nodePackages[node] ?? -1] ?? null;
const sourceIn = ({ offsets }: GraphRecords, edge: number) => offsets.findIndex((start) => start > edge) - 1;
const rangeIn = ({ rangeEdges, rangeNumbers, ranges }: GraphRecords, edge: number) =>
  ranges[rangeNumbers[rangeEdges.indexOf(edge)] ?? -1] ?? null;
const rangesIn = (graph: GraphRecords, node: number) => {
  const of = [...graph.targets].map((target, edge) => (target === node ? rangeIn(graph, edge) : null));
  return [...new Set(of.filter((range) => range !== null))].sort();
};
const sitesIn = (graph: GraphRecords, edge: number) => {
  const sites: unknown[] = [];
  for (let site = graph.siteOffsets[edge] ?? 0; site < (graph.siteOffsets[edge + 1] ?? 0); site++) {
    const words = graph.sites.subarray(site * SITE.WORDS, (site + 1) * SITE.WORDS);
    const [kind, specifier = -1, line, column, endLine, endColumn, flags] = words;
    const location = { path: graph.ids[sourceIn(graph, edge)], line, column, endLine, endColumn };
    sites.push({ kind, specifier: graph.specifiers[specifier], flags, location });
  }
  return sites;
};

describe('the graph of an image', () => {
  it('says what its records said', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        const { graph } = open(records);
        const expected = records.graph;
        const nodes = expected.ids.map((_, node) => node);
        expect([graph.nodeCount, graph.edgeCount]).toEqual([expected.ids.length, expected.targets.length]);
        expect(nodes.map(graph.idOf)).toEqual(expected.ids);
        expect(nodes.map(graph.kindOf)).toEqual([...expected.kinds].map((kind) => NODE_KINDS[kind]));
        expect(nodes.map(graph.linesOf)).toEqual([...expected.lines]);
        expect(nodes.map(graph.packageOf)).toEqual(nodes.map((node) => packageIn(expected, node)));
        const numbers = nodes.map((node) => graph.packageNumberOf(node));
        expect(numbers).toEqual([...expected.nodePackages].map((number) => (number === 0xffffffff ? null : number)));
        const all = Array.from({ length: graph.packageCount }, (_, number) => number);
        expect(all.map(graph.packageName)).toEqual(expected.packages);
        expect(all.map(graph.packageDirectory)).toEqual(expected.packageDirectories);
        for (const node of nodes) expect(graph.rangesOf(node)).toEqual(rangesIn(expected, node));
        const { offsets, targets, masks } = expected;
        expect(graph.forward).toEqual({ offsets, targets, masks });
        targets.forEach((target, edge) => {
          expect(graph.sourceOf(edge)).toBe(sourceIn(expected, edge));
          expect(graph.sitesOf(edge)).toEqual(sitesIn(expected, edge));
          expect(graph.rangeOf(edge)).toBe(rangeIn(expected, edge));
          const entry = graph.reverseEdges.indexOf(edge);
          expect(entry).toBeGreaterThanOrEqual(graph.reverse.offsets[target] ?? Infinity);
          expect(entry).toBeLessThan(graph.reverse.offsets[target + 1] ?? 0);
          expect(graph.reverse.targets[entry]).toBe(sourceIn(expected, edge));
        });
      }),
    );
  });

  it('finds every node by its id, and nothing by another text', () => {
    fc.assert(
      fc.property(anyRecords, fc.string({ unit: 'binary' }), (records, other) => {
        const { graph, strings } = open(records);
        const { ids } = records.graph;
        expect(ids.map(graph.find)).toEqual(ids.map((_, node) => node));
        for (let text = 0; text < strings.count; text++) {
          expect(graph.find(strings.get(text))).toBe(ids.indexOf(strings.get(text)));
        }
        expect(graph.find(other)).toBe(ids.indexOf(other));
      }),
    );
  });

  it('finds nodes by the last parts of their ids', () => {
    fc.assert(
      fc.property(anyRecords, fc.nat(), fc.nat(5), (records, pick, limit) => {
        const { graph } = open(records);
        const { ids } = records.graph;
        const id = ids[pick % ids.length] ?? '';
        const endings = [id, id.slice(1), id.slice(id.indexOf('/') + 1), id.slice(id.lastIndexOf('/') + 1)];
        for (const ending of endings.filter((text) => text !== '' && !/\p{Surrogate}/u.test(text))) {
          const wanted = ids.flatMap((text, node) => (text === ending || text.endsWith(`/${ending}`) ? [node] : []));
          expect(graph.findEnding(ending, limit)).toEqual(wanted.slice(0, limit));
        }
      }),
    );
  });

  it('lists the nodes of a package', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        const { graph } = open(records);
        for (const name of [...records.graph.packages, 'no such package']) {
          const wanted = records.graph.ids.flatMap((_, node) =>
            packageIn(records.graph, node) === name ? [node] : [],
          );
          expect(graph.nodesOfPackage(name)).toEqual(wanted);
        }
      }),
    );
  });

  it('is found by a person’s words', () => {
    const { graph } = open();
    expect(graph.findEnding('index.ts', 10).map(graph.idOf)).toEqual([
      'packages/core/src/index.ts',
      'packages/orders/src/index.ts',
    ]);
    expect(graph.findEnding('dex.ts', 10)).toEqual([]);
    expect(graph.findEnding('', 10)).toEqual([]);
    expect(graph.packageOf(graph.find('npm:zod'))).toBe('zod');
    expect(graph.packageOf(graph.find('node:process'))).toBeNull();
  });

  it('calls a node or edge that does not exist a defect of the caller', () => {
    const { graph } = open();
    const failed = expect.objectContaining({ code: 'CONDUIT_QUERY_FAILED' });
    for (const ask of [graph.idOf, graph.kindOf, graph.packageOf, graph.linesOf, graph.sourceOf, graph.sitesOf]) {
      for (const number of [-1, 1e6, Number.NaN]) expect(() => ask(number)).toThrow(failed);
    }
  });

  it('answers for a project without a file', () => {
    const { graph } = open(recordsOf({}));
    expect([graph.nodeCount, graph.find('order.ts'), graph.findEnding('order.ts', 3)]).toEqual([0, -1, []]);
  });
});
