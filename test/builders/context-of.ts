import type { ImageRecords } from '../../src/facts/records.ts';
import { encodeImage } from '../../src/image/encode.ts';
import { readHeader } from '../../src/image/read-header.ts';
import { SECTIONS } from '../../src/image/sections.ts';
import type { QueryContext } from '../../src/queries/define.ts';
import { loadEngine } from '../../src/session/core/in-process-engine.ts';
import { kernelModule } from '../../src/session/node/kernels.ts';
import { vectorChecks } from '../oracles/vector-checks.ts';

/** What a query runs on, from records, without a file: the real image, in WebAssembly memory, under the real kernels. */
export function contextOf(records: ImageRecords): QueryContext {
  const { bytes } = encodeImage(records, vectorChecks);
  const header = readHeader(bytes);
  return loadEngine(
    kernelModule('plain'),
    {
      header,
      headerBytes: bytes.subarray(0, header.headerLength),
      readSection(name, into) {
        const place = header.sections.get(name);
        if (place) into.set(bytes.subarray(place.offset, place.offset + place.length));
      },
      close() {},
    },
    SECTIONS,
  );
}
