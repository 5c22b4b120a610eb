import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { KEPT_COLUMNS, type KeptLinks } from '../../../../src/facts/link/symbols/kept-links.ts';
import { readSymbolLinks, writeSymbolLinks } from '../../../../src/session/node/state/symbol-links.ts';
import { projectOf } from '../../../builders/project.ts';

const KEPT: KeptLinks = {
  nodes: ['a.ts', 'b.ts', 'npm:zod'],
  hashes: ['aa', 'bb'],
  names: ['z', 'Größe'],
  evaluations: 7,
  columns: Object.fromEntries(
    KEPT_COLUMNS.map((name, at) => [name, Uint32Array.from({ length: at }, (_, row) => row * at)]),
  ) as KeptLinks['columns'],
};

it('gives back what was written', () => {
  const path = join(projectOf({}), 'symbol-links.bin');
  writeSymbolLinks(path, KEPT);
  expect(readSymbolLinks(path)).toEqual(KEPT);
});

it('is nothing where there is none, where a byte is another, where it ends early', () => {
  const path = join(projectOf({}), 'symbol-links.bin');
  expect(readSymbolLinks(path)).toBeNull();
  writeSymbolLinks(path, KEPT);
  const sound = readFileSync(path);
  for (const at of [0, 5, 40, sound.length - 3]) {
    const damaged = Buffer.from(sound);
    damaged.writeUInt8((damaged.readUInt8(at) + 1) % 256, at);
    writeFileSync(path, damaged);
    expect(readSymbolLinks(path)).toBeNull();
  }
  for (const length of [0, 7, sound.length >> 1]) {
    writeFileSync(path, sound.subarray(0, length));
    expect(readSymbolLinks(path)).toBeNull();
  }
});
