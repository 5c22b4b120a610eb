import { describe, expect, it } from 'vitest';
import { EXCERPT_BLOCK_MAX } from '../../src/base/excerpt-window.ts';
import type { ExcerptFacts, ImageRecords } from '../../src/facts/records.ts';
import { SYMBOL_PLACE, type SymbolRecords } from '../../src/facts/symbol-records.ts';
import { encodeImage } from '../../src/image/encode.ts';
import type { Excerpt } from '../../src/image/reader.ts';
import { excerptBlock, literals } from '../builders/excerpt-block.ts';
import { recordsOf } from '../builders/image-records.ts';
import { openBytes } from '../builders/open-bytes.ts';
import { withSymbols } from '../builders/symbol-records.ts';
import { vectorChecks } from '../oracles/vector-checks.ts';

const damaged = expect.objectContaining({ code: 'CONDUIT_IMAGE_DAMAGED' });

/** Two modules; `Order` stands on the lines that are given, `Order.save` on line 12. */
function recordsWith(block: ExcerptFacts | null, first = 11, last = 13): ImageRecords {
  const records = withSymbols(recordsOf({ edges: [['order.ts', 'npm:zod']], modules: ['customer.ts'] }), {
    symbols: { 'customer.ts#Customer': 'class', 'order.ts#Order': 'class', 'order.ts#Order.save': 'method' },
    uses: [['order.ts#Order', 'npm:zod#z', 'call']],
  });
  const symbols = records.symbols as SymbolRecords;
  const declarations = symbols.declarations.slice();
  const [order, save] = [1, 2].map((declaration) => declaration * SYMBOL_PLACE.WORDS) as [number, number];
  declarations[order + SYMBOL_PLACE.LINE] = first;
  declarations[order + SYMBOL_PLACE.END_LINE] = last;
  declarations[save + SYMBOL_PLACE.LINE] = 12;
  declarations[save + SYMBOL_PLACE.END_LINE] = 12;
  return { ...records, symbols: { ...symbols, declarations }, excerpts: [null, block] };
}

function excerptOf(id: string, records: ImageRecords): Excerpt | null {
  const { symbols, excerpts } = openBytes(encodeImage(records, vectorChecks).bytes);
  const symbol = Array.from({ length: symbols.count }, (_, at) => at).find((at) => symbols.idOf(at) === id);
  return excerpts.excerptOf(symbol ?? -1);
}

describe('an excerpt', () => {
  const records = recordsWith(excerptBlock({ 3: 'const a = 1;', 11: '  class Order {\n    save() {}\n\n  }\n' }));

  it('is the text of a declaration, without the indentation that its lines share', () => {
    expect(excerptOf('order.ts#Order', records)).toEqual({
      text: 'class Order {\n  save() {}\n',
      startLine: 11,
      omittedLines: 0,
    });
  });

  it('of a member lies within that of what it is a member of', () => {
    expect(excerptOf('order.ts#Order.save', records)).toEqual({ text: 'save() {}', startLine: 12, omittedLines: 0 });
  });

  it('says how many lines of the declaration are not in it', () => {
    const lines = (count: number, line = 'x;') => new Array<string>(count).fill(line).join('\n');
    const omitted = (block: ExcerptFacts) => excerptOf('order.ts#Order', recordsWith(block, 11, 60))?.omittedLines;
    expect(omitted(excerptBlock({ 11: lines(50) }))).toBe(50 - 24);
    expect(omitted(excerptBlock({ 11: lines(5) }))).toBe(50 - 5);
    // 13 lines of 91 bytes are 1,183, one more would be above 1,200; in UTF-8, not in characters.
    expect(omitted(excerptBlock({ 11: lines(50, 'é'.repeat(45)) }))).toBe(50 - 13);
    expect(omitted(excerptBlock({ 11: lines(2, 'x'.repeat(2000)) }))).toBe(50 - 1);
  });

  it('is null of what has none: modules, externals, a module without excerpts, lines that are not kept', () => {
    for (const id of ['order.ts', 'npm:zod#z', 'customer.ts#Customer']) expect(excerptOf(id, records)).toBeNull();
    expect(excerptOf('order.ts#Order', recordsWith(excerptBlock({ 40: 'x' })))).toBeNull();
    expect(excerptOf('order.ts#Order', recordsWith(null))).toBeNull();
  });

  it('keeps what other systems write: line ends of two characters, tabs, a byte order mark inside', () => {
    const block = excerptBlock({ 11: '\tclass Order {\r\n\t  \ufeffsave() {}\r\n\t}\r' });
    expect(excerptOf('order.ts#Order', recordsWith(block))?.text).toBe('class Order {\n  \ufeffsave() {}\n}');
  });
});

describe('a crafted section of excerpts', () => {
  const good = excerptBlock({ 11: 'class Order {\n}\n' });

  it.each([
    ['a block that is no LZ4 block', { block: Uint8Array.of(0x1f, 0, 0, 0), length: 40 }],
    ['a length that the block does not have', { ...good, length: good.length + 1 }],
    ['a length that the block could never have', { ...good, length: good.block.length * 300 }],
    ['a header without end', literals(Uint8Array.of(0x81))],
    ['a number that is too long', literals(Uint8Array.of(1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1))],
    ['more ranges than bytes', literals(Uint8Array.of(0xff, 0xff, 0x03))],
    ['fewer lines than it says', literals(Uint8Array.of(1, 11, 3, 0x78, 0x0a))],
    ['more lines than it says', literals(Uint8Array.of(1, 11, 1, 0x78, 0x0a, 0x0a))],
  ])('with %s is refused where it is asked for', (_, block) => {
    expect(() => excerptOf('order.ts#Order', recordsWith(block))).toThrow(damaged);
    expect(excerptOf('customer.ts#Customer', recordsWith(block))).toBeNull();
  });

  it('with a block that is longer than any is refused at once', () => {
    const records = recordsWith({ ...good, length: EXCERPT_BLOCK_MAX + 1 });
    expect(() => openBytes(encodeImage(records, vectorChecks).bytes)).toThrow(damaged);
  });

  it('with more blocks than there are modules is refused at once', () => {
    const records = { ...recordsWith(good), excerpts: [null, good, good, good, good] };
    expect(() => openBytes(encodeImage(records, vectorChecks).bytes)).toThrow(damaged);
  });
});
