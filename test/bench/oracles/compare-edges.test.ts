import { expect, it } from 'vitest';
import { compareEdges } from '../../../bench/oracles/compare-edges.ts';
import type { EdgeSite } from '../../../bench/oracles/edge-target.ts';

const site = (path: string, specifier: string, target: EdgeSite['target'], isPattern = false): EdgeSite => ({
  ...{ path, specifier, target, isPattern },
  ...{ line: 1, column: 8, kind: 'static' },
});
const module = (id: string): EdgeSite['target'] => ({ kind: 'module', id });
const nothing: EdgeSite['target'] = { kind: 'nothing', reason: 'not found' };

it('leaves out what is not of TypeScript, and counts it', () => {
  const ours = [
    site('main.ts', './App.vue', module('App.vue')),
    site('App.vue', './cart', module('cart.ts')),
    site('routes.ts', './pages/*', module('pages/cart.ts'), true),
    site('main.ts', './cart', module('cart.ts')),
  ];
  const theirs = [site('main.ts', './App.vue', nothing), site('main.ts', './cart', module('cart.ts'))];
  const { leftOut, differences, ours: own, theirs: other } = compareEdges(ours, theirs);
  expect([...leftOut].map(([reason, places]) => `${reason}: ${places.length}`).sort()).toEqual([
    'a pattern, which TypeScript does not expand: 1',
    'from a component, which TypeScript does not read: 1',
    'to a component, which TypeScript does not resolve: 1',
  ]);
  expect({ own, other, differences }).toEqual({ own: 1, other: 1, differences: [] });
});

it('counts a component that TypeScript leads elsewhere', () => {
  const ours = [site('main.ts', './App.vue', module('App.vue'))];
  const theirs = [site('main.ts', './App.vue', module('App.vue.ts'))];
  expect(compareEdges(ours, theirs)).toMatchObject({ precision: 0, recall: 0, differences: [{ ours: 'App.vue' }] });
});
