import type { VectorChecks } from '../../src/base/vector-checks.ts';
import { xxh64 } from './xxh64.ts';

/** The checks of src/wasm/vector-checks.ts, said plainly. */
export const vectorChecks: VectorChecks = {
  checksum: (bytes) => xxh64(bytes),
  ascendsTo: (values, end) =>
    values.length > 0 &&
    values[0] === 0 &&
    values.at(-1) === end &&
    values.every((value, index) => index === 0 || value >= (values[index - 1] ?? 0)),
  allBelow: (values, limit, none) => values.every((value) => value < limit || value === none),
};
