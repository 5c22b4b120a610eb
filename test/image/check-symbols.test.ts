import { describe, expect, it } from 'vitest';
import { checkSymbolLengths, checkSymbols } from '../../src/image/check-symbols.ts';
import { encodeImage } from '../../src/image/encode.ts';
import { readHeader } from '../../src/image/read-header.ts';
import { type SymbolVectors, symbolVectors } from '../../src/image/symbol-vectors.ts';
import { symbolShop } from '../builders/shop-symbols.ts';
import { vectorChecks } from '../oracles/vector-checks.ts';

const { bytes } = encodeImage(symbolShop, vectorChecks);
const { offset = 0, length = 0 } = readHeader(bytes).sections.get('symbols') ?? {};
const NODES = symbolShop.graph.ids.length;
const TEXTS = 40;

/** The vectors of the shop's symbols, in memory of their own that may be written to. */
const vectors = () => symbolVectors(bytes.slice(offset, offset + length));
const damaged = (message: string | RegExp) =>
  expect.objectContaining({ code: 'CONDUIT_IMAGE_DAMAGED', message: expect.stringMatching(message) });
const check = (symbols: SymbolVectors) => checkSymbols(symbols, TEXTS, NODES, vectorChecks);
const lastModule = ({ kinds }: SymbolVectors): number => kinds.lastIndexOf(0);

describe('the checks of symbols', () => {
  it('pass what was encoded', () => {
    checkSymbolLengths(vectors());
    check(vectors());
  });

  it.each<[RegExp, (symbols: SymbolVectors) => void]>([
    [/a name of a symbol is no text/, ({ names }) => names.fill(TEXTS, -1)],
    [/an id of a symbol is no text/, ({ ids }) => ids.fill(TEXTS, 0, 1)],
    [/belongs to no node/, ({ nodes }) => nodes.fill(NODES, -1)],
    [/a symbol has an unknown kind/, ({ kinds }) => kinds.fill(15, -1)],
    [/wrong order/, ({ kinds }) => kinds.fill(2, 0, 1)],
    [/wrong order/, ({ kinds }) => kinds.fill(14, 0, 1)],
    [/wrong order/, (symbols) => symbols.nodes.fill(0, lastModule(symbols))],
    [/wrong order/, (symbols) => symbols.nodes.fill(0, lastModule(symbols) + 1, lastModule(symbols) + 2)],
    [/wrong order/, ({ parents }) => parents.fill(0, 0, 1)],
    [/wrong order/, (symbols) => symbols.parents.fill(0xffffffff, lastModule(symbols) + 1)],
    // Itself, and a symbol of another module: whoever follows parents must come to an end, and to the right one.
    [
      /wrong order/,
      (symbols) => symbols.parents.fill(lastModule(symbols) + 1, lastModule(symbols) + 1, lastModule(symbols) + 2),
    ],
    [/wrong order/, (symbols) => symbols.parents.fill(0, lastModule(symbols) + 1, lastModule(symbols) + 2)],
    [/offsets of declarations/, ({ declarationOffsets }) => declarationOffsets.fill(999, -1)],
    [/export belongs to no symbol/, ({ exported, names }) => exported.modules.fill(names.length, 0, 1)],
    [/name of an export/, ({ exported }) => exported.names.fill(TEXTS, 0, 1)],
    [/export leads to no symbol/, ({ exported, names }) => exported.symbols.fill(names.length, 0, 1)],
    [/damaged: offsets of uses/, ({ forward }) => forward.offsets.fill(1, 0, 1)],
    [/damaged: a use leads/, ({ forward, names }) => forward.targets.fill(names.length, 0, 1)],
    [/damaged: a mask/, ({ forward }) => forward.masks.fill(1 << 16, 0, 1)],
    [/reverse offsets of uses/, ({ reverse }) => reverse.offsets.fill(0, -1)],
    [/a reverse use leads/, ({ reverse, names }) => reverse.targets.fill(names.length, 0, 1)],
    [/a reverse mask/, ({ reverse }) => reverse.masks.fill(0xffffffff, 0, 1)],
    [/a reverse use is none/, ({ reverseEdges }) => reverseEdges.fill(reverseEdges.length, 0, 1)],
    [/offsets of places/, ({ siteOffsets }) => siteOffsets.fill(999, -1)],
    [/a place has an unknown kind/, ({ sites }) => sites.kinds.fill(16, 0, 1)],
    [/name of an unknown member/, ({ unknown }) => unknown.names.fill(TEXTS, 0, 1)],
  ])('refuse %s', (message, change) => {
    const symbols = vectors();
    change(symbols);
    expect(() => check(symbols)).toThrow(damaged(message));
  });

  const shorter = <Vector extends Uint8Array | Uint16Array | Uint32Array>(vector: Vector) =>
    vector.subarray(1) as Vector;
  it.each<[string, (symbols: SymbolVectors) => Partial<SymbolVectors>]>([
    ['ids', ({ ids }) => ({ ids: shorter(ids) })],
    ['kinds', ({ kinds }) => ({ kinds: shorter(kinds) })],
    ['nodes', ({ nodes }) => ({ nodes: shorter(nodes) })],
    ['parents', ({ parents }) => ({ parents: shorter(parents) })],
    ['flags', ({ flags }) => ({ flags: shorter(flags) })],
    ['declarationOffsets', ({ declarationOffsets }) => ({ declarationOffsets: shorter(declarationOffsets) })],
    ['exported.names', ({ exported }) => ({ exported: { ...exported, names: shorter(exported.names) } })],
    ['exported.symbols', ({ exported }) => ({ exported: { ...exported, symbols: shorter(exported.symbols) } })],
    ['forward.offsets', ({ forward }) => ({ forward: { ...forward, offsets: shorter(forward.offsets) } })],
    ['forward.masks', ({ forward }) => ({ forward: { ...forward, masks: shorter(forward.masks) } })],
    ['reverse.offsets', ({ reverse }) => ({ reverse: { ...reverse, offsets: shorter(reverse.offsets) } })],
    ['reverse.targets', ({ reverse }) => ({ reverse: { ...reverse, targets: shorter(reverse.targets) } })],
    ['reverse.masks', ({ reverse }) => ({ reverse: { ...reverse, masks: shorter(reverse.masks) } })],
    ['reverseEdges', ({ reverseEdges }) => ({ reverseEdges: shorter(reverseEdges) })],
    ['siteOffsets', ({ siteOffsets }) => ({ siteOffsets: shorter(siteOffsets) })],
    ['sites.lines', ({ sites }) => ({ sites: { ...sites, lines: shorter(sites.lines) } })],
    ['sites.columns', ({ sites }) => ({ sites: { ...sites, columns: shorter(sites.columns) } })],
    ['sites.lengths', ({ sites }) => ({ sites: { ...sites, lengths: shorter(sites.lengths) } })],
    ['unknown.counts', ({ unknown }) => ({ unknown: { ...unknown, counts: shorter(unknown.counts) } })],
  ])('refuse %s that are fewer than what they go with', (_, change) => {
    const symbols = vectors();
    expect(() => checkSymbolLengths({ ...symbols, ...change(symbols) })).toThrow(damaged(/where there should be/));
  });

  it('refuse half a declaration', () => {
    const symbols = vectors();
    const declarations = symbols.declarations.subarray(1);
    expect(() => checkSymbolLengths({ ...symbols, declarations })).toThrow(damaged(/cut short/));
  });
});
