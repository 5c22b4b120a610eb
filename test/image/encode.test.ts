import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALIGNMENT, HEADER } from '../../src/image/container.ts';
import { encodeImage } from '../../src/image/encode.ts';
import { readHeader } from '../../src/image/read-header.ts';
import { SECTIONS } from '../../src/image/sections.ts';
import { anyRecords } from '../builders/any-records.ts';
import { recordsOf, shop } from '../builders/image-records.ts';
import { symbolShop } from '../builders/shop-symbols.ts';
import { vectorChecks } from '../oracles/vector-checks.ts';

const encode = (records = shop) => encodeImage(records, vectorChecks);

describe('encoding', () => {
  it('gives the same bytes for the same records', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        expect(encode(structuredClone(records))).toEqual(encode(records));
      }),
      { numRuns: 50 },
    );
  });

  it('does not depend on the order of specifiers, which has no meaning', () => {
    const { specifiers, sites } = shop.graph;
    const turned = sites.map((value, index) => (index % 7 === 1 ? specifiers.length - 1 - value : value));
    const graph = { ...shop.graph, specifiers: [...specifiers].reverse(), sites: turned };
    expect(encode({ ...shop, graph }).bytes).toEqual(encode().bytes);
  });

  it('tells images apart by their fingerprint', () => {
    const diagnostics = { ...shop.diagnostics, lines: shop.diagnostics.lines + 1 };
    expect(encode({ ...shop, diagnostics }).fingerprint).not.toBe(encode().fingerprint);
    expect(encode().fingerprint).toMatch(/^[0-9a-f]{32}$/);
  });

  it('lays out aligned sections without gaps, so that a checksum covers every byte', () => {
    const { bytes, fingerprint } = encode(symbolShop);
    const header = readHeader(bytes, bytes.length);
    expect(header).toMatchObject({
      fingerprint,
      nodeCount: shop.graph.ids.length,
      edgeCount: shop.graph.targets.length,
    });
    expect([...header.sections.keys()]).toEqual(SECTIONS);
    let end = header.headerLength;
    for (const { offset, length } of header.sections.values()) {
      expect([offset, offset % ALIGNMENT, length % ALIGNMENT]).toEqual([end, 0, 0]);
      end += length;
    }
    expect(end).toBe(bytes.length);
    expect(header.headerLength).toBe(HEADER.SECTIONS + SECTIONS.length * 32);
  });

  it('writes no sections for symbols that were not looked for', () => {
    const { bytes } = encode();
    expect([...readHeader(bytes, bytes.length).sections.keys()]).toEqual(['strings', 'graph', 'diagnostics']);
  });

  it('refuses nodes in an order in which they could not be found again', () => {
    const graph = { ...shop.graph, ids: [...shop.graph.ids].reverse() };
    expect(() => encode({ ...shop, graph })).toThrow(expect.objectContaining({ code: 'CONDUIT_BUILD_FAILED' }));
  });

  it('has an image for an empty project', () => {
    const { bytes } = encode(recordsOf({}));
    expect(readHeader(bytes, bytes.length)).toMatchObject({ nodeCount: 0, edgeCount: 0 });
  });
});
