import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernelModule } from '../../src/session/node/kernels.ts';
import { createControlBlock } from '../../src/wasm/control-block.ts';
import { instantiateKernels } from '../../src/wasm/instantiate.ts';
import { createPlannedMemory, planMemory } from '../../src/wasm/memory-plan.ts';
import { createVectorChecks } from '../../src/wasm/vector-checks.ts';
import { xxh64 } from '../oracles/xxh64.ts';

const plan = planMemory({ workers: 1, slots: 1, imageBytes: 4096, nodeCount: 1 });
const memory = createPlannedMemory(plan, false);
createControlBlock(memory, 1, 1);
const checks = createVectorChecks(instantiateKernels(kernelModule('plain'), memory), memory);

function checksumAt(bytes: Uint8Array, offset: number): bigint {
  const view = new Uint8Array(memory.buffer, plan.slot(0) + offset, bytes.length);
  new Uint8Array(memory.buffer, plan.slot(0), 4096).fill(0xa5);
  view.set(bytes);
  return checks.checksum(view);
}

/** The buffer of xxHash's own self-test (`XSUM_fillTestBuffer` in cli/xsum_sanity_check.c). */
function selfTestBuffer(length: number): Uint8Array {
  let generator = 2654435761n;
  return Uint8Array.from({ length }, () => {
    const byte = Number(generator >> 56n);
    generator = BigInt.asUintN(64, generator * 11400714785074694797n);
    return byte;
  });
}

describe('checksum', () => {
  it.each([
    [0, 0xef46db3751d8e999n],
    [1, 0xe934a84adb052768n],
    [4, 0x9136a0dca57457een],
    [14, 0x8282dcc4994e35c8n],
    [222, 0xb641ae8cb691c174n],
  ])('gives the published XXH64 of %i bytes of the self-test buffer', (length, expected) => {
    expect(checksumAt(selfTestBuffer(length), 0)).toBe(expected);
  });

  it('agrees with its twin at every length and alignment', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(40), (bytes, offset) => {
        expect(checksumAt(bytes, offset)).toBe(xxh64(bytes));
      }),
      { numRuns: 1000 },
    );
  });

  it('changes with every bit', () => {
    const bytes = selfTestBuffer(71);
    const sums = new Set([checksumAt(bytes, 0)]);
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = bytes.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      sums.add(checksumAt(flipped, 0));
    }
    expect(sums.size).toBe(71 * 8 + 1);
  });
});
