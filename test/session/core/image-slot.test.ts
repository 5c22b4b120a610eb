import { expect, it } from 'vitest';
import { SECTIONS } from '../../../src/image/sections.ts';
import { layOutSlot, readSlot, writeSlotDirectory } from '../../../src/session/core/image-slot.ts';

it('finds in a slot what was laid out, each section at a multiple of 16', () => {
  const lengths = new Map([
    ['strings', 100],
    ['graph', 32],
  ] as const);
  const layout = layOutSlot(144, lengths);
  const slot = new Uint8Array(layout.length).fill(0xee);
  writeSlotDirectory(slot, layout);
  for (const [name, { offset, length }] of layout.sections)
    slot.fill(SECTIONS.indexOf(name) + 1, offset, offset + length);
  slot.fill(9, layout.headerOffset, layout.headerOffset + 144);

  const { header, sections } = readSlot(slot);
  expect([...new Set(header)]).toEqual([9]);
  expect(header.length).toBe(144);
  expect([...sections.keys()]).toEqual(['strings', 'graph']);
  for (const [name, bytes] of sections) {
    expect(bytes.length).toBe(lengths.get(name as 'graph'));
    expect(bytes.byteOffset % 16).toBe(0);
    expect([...new Set(bytes)]).toEqual([SECTIONS.indexOf(name) + 1]);
  }
});
it('lays out an image of over 2 GiB, where 32-bit arithmetic would turn negative', () => {
  const gibibyte = 2 ** 30;
  const { sections, length } = layOutSlot(144, new Map([['strings', gibibyte] as const, ['graph', 2 * gibibyte - 16]]));
  expect(sections.get('graph')?.offset).toBeGreaterThan(gibibyte);
  expect(length).toBeGreaterThan(3 * gibibyte - 16);
});
