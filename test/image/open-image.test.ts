import { describe, expect, it } from 'vitest';
import { isConduitError } from '../../src/base/errors.ts';
import type { ImageHeader } from '../../src/image/container.ts';
import { encodeImage } from '../../src/image/encode.ts';
import { openImage } from '../../src/image/open-image.ts';
import { readHeader } from '../../src/image/read-header.ts';
import type { ImageReader } from '../../src/image/reader.ts';
import { SECTIONS, type SectionName } from '../../src/image/sections.ts';
import { kernelModule } from '../../src/session/node/kernels.ts';
import { instantiateKernels } from '../../src/wasm/instantiate.ts';
import { createVectorChecks } from '../../src/wasm/vector-checks.ts';
import { damage, reseal, seededRandom } from '../builders/damage.ts';
import { contentOf } from '../builders/image-content.ts';
import { recordsOf, shop } from '../builders/image-records.ts';
import { openBytes } from '../builders/open-bytes.ts';
import { symbolShop } from '../builders/shop-symbols.ts';
import { withSymbols } from '../builders/symbol-records.ts';
import { vectorChecks } from '../oracles/vector-checks.ts';

const { bytes: image } = encodeImage(symbolShop, vectorChecks);
/** As small as an image can be that has a node, an edge and a site: most random damage hits something that matters. */
const { bytes: smallImage } = encodeImage(recordsOf({ edges: [['order.ts', 'order.ts', ['type']]] }), vectorChecks);
const { bytes: smallSymbols } = encodeImage(
  withSymbols(recordsOf({ modules: ['order.ts'] }), {
    symbols: { 'order.ts#Order': 'class', 'order.ts#Order.save': 'method' },
    uses: [['order.ts#Order', 'order.ts#Order.save', 'call']],
    exported: [['order.ts', 'Order', 'order.ts#Order']],
    unknown: { save: 1 },
  }),
  vectorChecks,
);

const DAMAGE_CODES = ['CONDUIT_IMAGE_FOREIGN', 'CONDUIT_IMAGE_NEWER', 'CONDUIT_IMAGE_DAMAGED'];

describe('a damaged image', () => {
  it('is refused, whatever happened to it: 10,000 random damages', () => {
    const random = seededRandom(2024);
    const original = JSON.stringify(contentOf(openBytes(smallImage)));
    let refusals = 0;
    for (let round = 0; round < 10_000; round++) {
      const damaged = damage(smallImage, random);
      const outcome = attempt(() => JSON.stringify(contentOf(openBytes(damaged))));
      if (typeof outcome === 'string') {
        expect(Buffer.compare(damaged, smallImage), `round ${round} changed something unnoticed`).toBe(0);
        expect(outcome).toBe(original);
        continue;
      }
      refusals++;
      if (!isConduitError(outcome) || !DAMAGE_CODES.includes(outcome.code))
        throw new Error(`round ${round}`, { cause: outcome });
    }
    expect(refusals).toBeGreaterThan(9_000);
  });
});

describe('a crafted image', () => {
  it.each([
    ['small', smallImage, 8_000],
    ['with symbols', smallSymbols, 8_000],
    ['larger', image, 2_000],
  ])('(%s) with right checksums is refused, or can be asked anything: random damages', (_, whole, rounds) => {
    const random = seededRandom(7);
    const outcomes = { refused: 0, opened: 0 };
    for (let round = 0; round < rounds; round++) {
      const crafted = reseal(damage(whole, random));
      const reader = attempt(() => openBytes(crafted));
      if (isReader(reader)) {
        outcomes.opened++;
        const inside = attempt(() => expectInside(reader));
        const said = attempt(() => contentOf(reader));
        for (const failure of [inside, said]) {
          if (failure instanceof Error && !isConduitError(failure))
            throw new Error(`round ${round}`, { cause: failure });
        }
      } else {
        outcomes.refused++;
        if (!isConduitError(reader) || !DAMAGE_CODES.includes(reader.code))
          throw new Error(`round ${round}`, { cause: reader });
      }
    }
    // Either would make this test prove nothing.
    expect(outcomes.refused).toBeGreaterThan(rounds / 10);
    expect(outcomes.opened).toBeGreaterThan(rounds / 10);
  });
});

describe('in WebAssembly memory', () => {
  const memory = new WebAssembly.Memory({ initial: 4, maximum: 65536 });
  const checks = createVectorChecks(instantiateKernels(kernelModule('plain'), memory), memory);
  const place = new Uint8Array(memory.buffer, 65_536, 65_536);

  /** What opening comes to: the content, or the refusal in words. */
  const outcome = (bytes: Uint8Array, wasm: boolean): unknown => {
    place.fill(0).set(bytes);
    const said = attempt(() => {
      if (!wasm) return contentOf(openBytes(bytes));
      const header = readHeader(place.subarray(0, bytes.length), bytes.length);
      return contentOf(openImage(header, sectionsIn(header, place), checks));
    });
    return said instanceof Error ? said.message : said;
  };

  it('an image says the same, and a crafted one is refused in the same words, as with the plain checks', () => {
    const random = seededRandom(11);
    expect(outcome(image, true)).toEqual(outcome(image, false));
    for (let round = 0; round < 1_000; round++) {
      const crafted = reseal(damage(image, random));
      expect(outcome(crafted, true), `round ${round}`).toEqual(outcome(crafted, false));
    }
  });
});

describe('opening', () => {
  it('reads shared memory in place', () => {
    const shared = new Uint8Array(new SharedArrayBuffer(image.length));
    shared.set(image);
    const header = readHeader(shared, shared.length);
    const reader = openImage(header, sectionsIn(header, shared), vectorChecks);
    expect(contentOf(reader)).toEqual(contentOf(openBytes(image)));
    expect(reader.graph.forward.targets.buffer).toBe(shared.buffer);
    expect(reader.graph.reverse.offsets.byteOffset % 16).toBe(0);
  });

  it('answers the same without checks, once somebody has checked', () => {
    expect(contentOf(openBytes(image, undefined, null))).toEqual(contentOf(openBytes(image)));
  });

  it.each<[SectionName, (reader: ImageReader) => unknown]>([
    ['strings', (reader) => reader.strings],
    ['graph', (reader) => reader.graph],
    ['diagnostics', (reader) => reader.diagnostics],
    ['symbols', (reader) => reader.symbols],
    ['symbol-texts', (reader) => reader.symbolTexts],
  ])('without the section %s refuses to read it, by name', (missing, read) => {
    const others = SECTIONS.filter((name) => name !== missing);
    const reader = openBytes(image, others);
    const refusal = { code: 'CONDUIT_QUERY_FAILED', message: expect.stringContaining(`\`${missing}\` is not loaded`) };
    expect(() => read(reader)).toThrow(expect.objectContaining(refusal));
  });

  it('of an image without symbols says so, and gives the rest', () => {
    const reader = openBytes(smallImage);
    expect(reader.graph.nodeCount).toBe(1);
    const missing = {
      code: 'CONDUIT_IMAGE_MISSING',
      message: 'the image has no `symbols`: it was written without them',
    };
    expect(() => reader.symbols).toThrow(expect.objectContaining(missing));
  });

  it('without texts still gives numbers, and says what is missing when one is to be named', () => {
    const { graph, diagnostics } = openBytes(image, ['graph', 'diagnostics']);
    expect(graph.edgeCount).toBe(shop.graph.targets.length);
    expect(diagnostics.lines).toBe(shop.diagnostics.lines);
    const refusal = expect.objectContaining({ message: expect.stringContaining('`strings` is not loaded') });
    expect(() => graph.idOf(0)).toThrow(refusal);
    expect(() => graph.find('order.ts')).toThrow(refusal);
    expect(() => diagnostics.entries()).toThrow(refusal);
  });

  it('refuses a section that the image does not have, or of another length', () => {
    const header = readHeader(image, image.length);
    const damaged = expect.objectContaining({ code: 'CONDUIT_IMAGE_DAMAGED' });
    const without = { ...header, sections: new Map() };
    expect(() => openImage(without, new Map([['graph', image]]), vectorChecks)).toThrow(damaged);
    expect(() => openImage(header, new Map([['graph', image.subarray(0, 64)]]), vectorChecks)).toThrow(damaged);
  });

  it('calls a section at an odd address a defect of whoever loaded it', () => {
    const header = readHeader(image, image.length);
    const { offset = 0, length = 0 } = header.sections.get('graph') ?? {};
    const misplaced = new Uint8Array(length + 1).subarray(1);
    misplaced.set(image.subarray(offset, offset + length));
    const failed = expect.objectContaining({
      code: 'CONDUIT_QUERY_FAILED',
      message: expect.stringContaining('aligned'),
    });
    expect(() => openImage(header, new Map([['graph', misplaced]]), vectorChecks)).toThrow(failed);
  });
});

/** Every section where it lies in the bytes, uncopied. */
function sectionsIn(header: ImageHeader, bytes: Uint8Array): Map<SectionName, Uint8Array> {
  return new Map(
    [...header.sections].map(([name, { offset, length }]) => [name, bytes.subarray(offset, offset + length)]),
  );
}

function attempt<Value>(action: () => Value): Value | Error {
  try {
    return action();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function isReader(outcome: ImageReader | Error): outcome is ImageReader {
  return !(outcome instanceof Error);
}

/** What a kernel relies on without looking. */
function expectInside({ graph, symbols }: ImageReader): void {
  const rows = [
    [graph.forward, graph.nodeCount, graph.edgeCount],
    [graph.reverse, graph.nodeCount, graph.edgeCount],
    [symbols.forward, symbols.count, symbols.edgeCount],
    [symbols.reverse, symbols.count, symbols.edgeCount],
  ] as const;
  for (const [{ offsets, targets, masks }, nodes, edges] of rows) {
    if (!vectorChecks.ascendsTo(offsets, edges)) throw new Error('offsets lead out of the edges');
    if (!vectorChecks.allBelow(targets, nodes)) throw new Error('a target leads out of the nodes');
    const lengths = [offsets.length, targets.length, masks.length];
    if (`${lengths}` !== `${[nodes + 1, edges, edges]}`) throw new Error('lengths differ');
  }
}
