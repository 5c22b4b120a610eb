import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeGraph } from '../../bench/graph-memory.ts';
import { createVectorChecks } from '../../src/wasm/vector-checks.ts';
import { csrOf } from '../builders/random-graphs.ts';
import { vectorChecks as twin } from '../oracles/vector-checks.ts';

// One vector of the graph is large enough to lay others into, at any word.
const { graph, exports, memory } = placeGraph(csrOf(256, []));
const checks = createVectorChecks(exports, memory);

function placed(values: readonly number[], start: number): Uint32Array {
  const view = graph.offsets.subarray(start, start + values.length);
  graph.offsets.fill(0xdead);
  view.set(values);
  return view;
}

const start = fc.nat(7); // any alignment to the 16 bytes that are compared at once
const word = fc.oneof(fc.nat(5), fc.integer({ min: 0, max: 0xffffffff }), fc.constantFrom(0x7fffffff, 0x80000000));

describe('ascendsTo', () => {
  const steps = fc.array(fc.oneof(fc.constant(0), fc.nat(9), fc.constant(0x20000000)), { maxLength: 40 });

  it('accepts offsets: from 0, never down, to the end', () => {
    fc.assert(
      fc.property(steps, start, (rows, at) => {
        const offsets = [0];
        for (const step of rows) offsets.push(Math.min(0xffffffff, (offsets.at(-1) ?? 0) + step));
        expect(checks.ascendsTo(placed(offsets, at), offsets.at(-1) ?? 0)).toBe(true);
      }),
    );
  });

  it('refuses one step down, wherever it is', () => {
    for (let length = 2; length <= 23; length++) {
      for (let broken = 1; broken < length; broken++) {
        const offsets = Array.from({ length }, (_, i) => i * 2);
        offsets[broken - 1] = (offsets[broken] ?? 0) + 1;
        expect(checks.ascendsTo(placed(offsets, 0), (length - 1) * 2), `${broken} of ${length}`).toBe(false);
      }
    }
  });

  it('agrees with its twin on anything', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), word, start, (values, end, at) => {
        const view = placed(values, at);
        expect(checks.ascendsTo(view, end)).toBe(twin.ascendsTo(view, end));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('allBelow', () => {
  it('notices one value too many, wherever it is', () => {
    for (let length = 1; length <= 23; length++) {
      for (let wild = 0; wild < length; wild++) {
        const targets = new Array<number>(length).fill(99);
        expect(checks.allBelow(placed(targets, wild % 8), 100)).toBe(true);
        targets[wild] = 100;
        expect(checks.allBelow(placed(targets, wild % 8), 100), `${wild} of ${length}`).toBe(false);
        expect(checks.allBelow(placed(targets, wild % 8), 100, 100)).toBe(true);
      }
    }
  });

  it('agrees with its twin on anything', () => {
    const limits = fc.oneof(word, fc.constant(0));
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 30 }),
        limits,
        fc.option(word, { nil: undefined }),
        start,
        (values, limit, none, at) => {
          const view = placed(values, at);
          expect(checks.allBelow(view, limit, none)).toBe(twin.allBelow(view, limit, none));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
