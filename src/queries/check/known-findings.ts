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

/** The keys of a finding, one by one: a circle can have as many as there are modules. Lines are no part of them. */
export function* keysOf({ rule, from = '', to, count, path, modules }: KeyedFinding): Generator<FindingKey, void> {
  // Told as the import from here to here that it is: its module may be in a circle too.
  if (modules?.length === 1) yield { fingerprint: fingerprintOf([rule, from, from]), count: 1, from };
  else if (modules) {
    for (const id of modules) yield { fingerprint: fingerprintOf([rule, id]), count: modules.length, from: id };
  } else if (path || to === undefined) yield { fingerprint: fingerprintOf([rule, from]), count, from };
  else yield { fingerprint: fingerprintOf([rule, from, to]), count, from, to };
}

/** What an answer calls a finding by: the first of its keys. */
export function fingerprintOfFinding(finding: KeyedFinding): string {
  const [key] = keysOf(finding);
  return key?.fingerprint ?? '';
}

/** A finding is known when each of its keys is, and none of them counts more than it did. */
export interface Baseline {
  isKnown(finding: KeyedFinding): boolean;
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
    isKnown(finding) {
      if (counts.size === 0) return false;
      let isKnown = true;
      for (const { fingerprint, count } of keysOf(finding)) {
        left.delete(fingerprint);
        isKnown &&= count <= (counts.get(fingerprint) ?? 0);
      }
      return isKnown;
    },
    gone: () => entries.map((entry) => entry.slice(0, 16)).filter((fingerprint) => left.has(fingerprint)),
  };
}
