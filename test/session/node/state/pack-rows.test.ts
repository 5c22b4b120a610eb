import { describe, expect, it } from 'vitest';
import { packRows } from '../../../../src/session/node/state/pack-rows.ts';
import { packTexts, textAt, unpackTexts } from '../../../../src/session/node/state/text-column.ts';

describe('rows in one column', () => {
  it('says where each begins, those without numbers and those that are not there included', () => {
    const { offsets, values } = packRows([[3, 1], undefined, [], [4]]);
    expect([...offsets]).toEqual([0, 2, 2, 2, 3]);
    expect([...values]).toEqual([3, 1, 4]);
  });

  it('writes other numbers when told to', () => {
    expect([...packRows([[0, 2], [1]], [70, 71, 72]).values]).toEqual([70, 72, 71]);
  });
});

describe('texts in one column', () => {
  it.each([
    ['plain', ['bread', '', 'src/oven.ts']],
    ['with letters of several bytes', ['brød', 'src/ovn.ts', '面包', '🥖']],
  ])('gives back what is %s', (_, texts) => {
    const column = packTexts(texts);
    expect(unpackTexts(column)).toEqual(texts);
    expect(texts.map((_text, index) => textAt(column, index))).toEqual(texts);
  });
});
