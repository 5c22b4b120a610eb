import { ConduitError } from '../../base/errors.ts';
import { fingerprintOf } from '../../base/fingerprint.ts';

/** What tells a finding from others of its rule; a cycle is told by each of its modules, so that one that shrinks stays known. */
export interface FindingKey {
  readonly fingerprint: string;
  /** Places that make it up; of a cycle, its modules. */
  readonly count: number;
  readonly from?: string;
  readonly to?: string;
}

/** What the keys of a finding are made of: a finding of an answer is such a one. */
export interface KeyedFinding {
  readonly rule: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly count: number;
  /** Of a finding about a chain. Its end is the nearest of several, and so no part of what tells it from others. */
  readonly path?: readonly string[] | undefined;
  /** Of a cycle. */
  readonly modules?: readonly string[] | undefined;
}

/** The keys of a finding; the first is its fingerprint. Lines are no part of them. */
export function keysOf({ rule, from = '', to, count, path, modules }: KeyedFinding): FindingKey[] {
  // Told as the import from here to here that it is: its module may be in a circle too.
  if (modules?.length === 1) return [{ fingerprint: fingerprintOf([rule, from, from]), count: 1, from }];
  if (modules) {
    return modules.map((id) => ({ fingerprint: fingerprintOf([rule, id]), count: modules.length, from: id }));
  }
  if (path || to === undefined) return [{ fingerprint: fingerprintOf([rule, from]), count, from }];
  return [{ fingerprint: fingerprintOf([rule, from, to]), count, from, to }];
}

/** A finding is known when each of its keys is, and none of them counts more than it did. */
export interface Baseline {
  isKnown(keys: readonly FindingKey[]): boolean;
  /** Entries that nothing was found for, as they were given; asked when all findings were. */
  gone(): string[];
}

/**
 * @param entries `<fingerprint>:<count>` each
 * @throws ConduitError CONDUIT_BAD_PARAMS for an entry that is none
 */
export function readBaseline(entries: readonly string[]): Baseline {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const [, fingerprint, count] = /^([0-9a-f]{16}):(\d{1,9})$/.exec(entry) ?? [];
    if (fingerprint === undefined) {
      throw new ConduitError(
        'CONDUIT_BAD_PARAMS',
        `parameter \`baseline\`: \`${entry.slice(0, 80)}\` is no <fingerprint>:<count>`,
      );
    }
    // Twice of a module that is in a circle of imports at run time and in a wider one of types.
    counts.set(fingerprint, Math.max(Number(count), counts.get(fingerprint) ?? 0));
  }
  const left = new Set(counts.keys());
  return {
    isKnown(keys) {
      for (const { fingerprint } of keys) left.delete(fingerprint);
      return keys.every(({ fingerprint, count }) => count <= (counts.get(fingerprint) ?? 0));
    },
    gone: () => entries.map((entry) => entry.slice(0, 16)).filter((fingerprint) => left.has(fingerprint)),
  };
}
