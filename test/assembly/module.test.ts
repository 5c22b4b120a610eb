import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { resolvePackageFile } from '../../src/session/node/package-files.ts';

/** Section ids of the WebAssembly core specification, 5.5.2, that would make the kernels depend on their instance. */
const SECTION = { start: 8, data: 11, dataCount: 12 };

describe.each(['kernels.wasm', 'kernels-shared.wasm'] as const)('%s', (name) => {
  const bytes = new Uint8Array(readFileSync(resolvePackageFile(`#wasm/${name}`)));
  const module = new WebAssembly.Module(bytes);

  it('imports nothing but its memory', () => {
    expect(WebAssembly.Module.imports(module)).toEqual([{ module: 'env', name: 'memory', kind: 'memory' }]);
  });

  it('exports the kernels of assembly/index.ts and nothing else', () => {
    const listed = readFileSync(new URL('../../assembly/index.ts', import.meta.url), 'utf8')
      .split('\n')
      .flatMap((line) => /^export \{ (.*) \}/.exec(line)?.[1]?.split(', ') ?? []);
    expect(listed.length).toBeGreaterThanOrEqual(6);
    expect(
      WebAssembly.Module.exports(module)
        .map((entry) => entry.name)
        .sort(),
    ).toEqual(listed.sort());
  });

  it('writes nothing into the memory when it is instantiated', () => {
    // Another thread may be reading: no data segment, no start function.
    const sections = sectionIds(bytes);
    expect(sections).toContain(10); // the code: proof that the sections were read at all
    for (const id of Object.values(SECTION)) expect(sections).not.toContain(id);
  });
});

it('reads the names of sections: a module with a data segment has section 11', () => {
  const withData = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 5, 3, 1, 0, 1, 11, 7, 1, 0, 0x41, 0, 0x0b, 1, 42];
  expect(sectionIds(new Uint8Array(withData))).toEqual([5, 11]);
});

/** A module is 8 bytes of preamble, then sections: id, length as LEB128, contents. */
function sectionIds(bytes: Uint8Array): number[] {
  const ids: number[] = [];
  for (let position = 8; position < bytes.length; ) {
    ids.push(bytes[position++] ?? 0);
    let length = 0;
    for (let shift = 0, byte = 0x80; byte & 0x80; shift += 7) {
      byte = bytes[position++] ?? 0;
      length += (byte & 0x7f) * 2 ** shift;
    }
    position += length;
  }
  return ids;
}
