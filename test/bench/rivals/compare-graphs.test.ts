import { describe, expect, it } from 'vitest';
import { compareGraphs } from '../../../bench/rivals/compare-graphs.ts';
import { edgeKey, type OwnEdge, type OwnGraph } from '../../../bench/rivals/our-graph.ts';

const edge = (from: string, to: string, kind: OwnEdge['kinds'][number] = 'static'): OwnEdge => ({
  from,
  to,
  kinds: [kind],
  line: 7,
  specifier: `./${to}`,
});

function graph(modules: string[], edges: OwnEdge[]): OwnGraph {
  return {
    modules: new Set(modules),
    edges: new Map(edges.map((own) => [edgeKey(own.from, own.to), own])),
    otherKinds: new Set([edgeKey('tax', 'stock')]),
  };
}

const own = graph(
  ['cart', 'price', 'tax', 'stock'],
  [edge('cart', 'price'), edge('price', 'cart', 'type'), edge('cart', 'tax', 'dynamic'), edge('stock', 'tax')],
);
const lineOf = (path: string, name: string): number => path.length + name.length;

describe('compareGraphs', () => {
  const found = {
    modules: ['cart', 'price', 'tax', 'extra'],
    edges: [
      { from: 'cart', to: 'price' },
      { from: 'price', to: 'tax', specifier: './tax' },
      { from: 'extra', to: 'tax' },
      { from: 'tax', to: 'stock' },
    ],
    cycles: null,
  };
  const agreement = compareGraphs(own, found, lineOf);

  it('sets modules side by side', () => {
    expect(agreement.modules).toMatchObject({ both: 3, onlyOurs: 1, onlyTheirs: 1, examplesOnlyTheirs: ['extra'] });
  });

  it('compares the edges of importers that both have, and says where they are', () => {
    expect(agreement.edges).toEqual({
      both: 1,
      onlyOurs: 2,
      onlyTheirs: 1,
      examplesOnlyOurs: ["cart:7 dynamic './tax' → tax", "price:7 type './cart' → cart"],
      examplesOnlyTheirs: ["price:10 './tax' → tax"],
    });
    expect(agreement.otherKind).toBe(1);
    expect(agreement.missedByKind).toEqual({ dynamic: 1, type: 1 });
  });

  it('finds their components in their edges', () => {
    expect(agreement).toMatchObject({ ownComponents: 1, theirComponents: 0, cyclesReported: null });
    expect(agreement.cycleMembers).toMatchObject({ both: 0, onlyOurs: 2, onlyTheirs: 0 });
  });
});

it('finds their components in their cycles when they tell no edges: cycles that share a module are one', () => {
  const cycles = [
    ['cart', 'price'],
    ['price', 'tax'],
  ];
  const agreement = compareGraphs(own, { modules: null, edges: null, cycles }, lineOf);
  expect(agreement).toMatchObject({
    modules: null,
    edges: null,
    theirComponents: 1,
    cyclesReported: 2,
    missedByKind: {},
  });
  expect(agreement.cycleMembers).toMatchObject({ both: 2, onlyOurs: 0, onlyTheirs: 1, examplesOnlyTheirs: ['tax'] });
});

it('gives twenty examples from all over a long list', () => {
  const names = Array.from({ length: 1000 }, (_, number) => `m${String(number).padStart(3, '0')}`);
  const { modules } = compareGraphs(graph(names, []), { modules: [], edges: [], cycles: null }, lineOf);
  expect(modules?.examplesOnlyOurs).toHaveLength(20);
  expect(modules?.examplesOnlyOurs.at(-1)).toBe('m950');
});
