import { ConduitError } from '../../base/errors.ts';
import { isRecord } from '../../base/is-record.ts';
import { compareCodeUnits } from '../../base/text.ts';

/**
 * Data of a configuration as JSON with sorted keys: the same for whatever order and layout it is written in.
 * @throws ConduitError CONDUIT_BAD_CONFIG for what nests deeper than can be written
 */
export function canonicalJson(data: unknown): string {
  const sorted = (_: string, value: unknown): unknown =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareCodeUnits(a, b))) : value;
  try {
    return JSON.stringify(data, sorted) ?? '';
  } catch {
    throw new ConduitError('CONDUIT_BAD_CONFIG', 'introspect.config.json nests too deep');
  }
}
