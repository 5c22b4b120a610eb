/**
 * Ranges of versions, as far as they decide whether a workspace links a package or its manager fetches a published one. Not a
 * parser of all that npm takes: what is not understood excludes nothing. Prerelease tags are passed over, because managers
 * differ in what they make of them.
 */

type Version = readonly [major: number, minor: number, patch: number];

/** From `low` on, up to `high`, which is not in it; without end where `high` is null. */
interface Bounds {
  readonly low: Version;
  readonly high: Version | null;
}

const VERSION = /^v?(\d+)\.(\d+)\.(\d+)(?:[-+].*)?$/;
/** `1`, `1.2`, `1.x`, `v1.2.3-beta.1`. */
const PARTIAL = /^(\^|~>?|[<>]=?|=)?v?(\d+|[xX*])(?:\.(\d+|[xX*]))?(?:\.(\d+|[xX*]))?(?:[-+]\S*)?$/;
const ZERO: Version = [0, 0, 0];

/** True when a version is certainly in none of a range's alternatives: `^1.0.0 || ~2.1` and 2.3.0. */
export function rangeExcludes(range: string, version: string): boolean {
  const match = VERSION.exec(version);
  if (!match) return false;
  const own: Version = [Number(match[1]), Number(match[2]), Number(match[3])];
  return range.split('||').every((alternative) => {
    const bounds = comparators(alternative).map(boundsOf);
    return bounds.every((some) => some !== null) && bounds.some((some) => !contains(some, own));
  });
}

/** `>= 1.2 <2` → `>=1.2`, `<2`; `1.2 - 2` → `>=1.2`, `<=2`. */
function comparators(alternative: string): string[] {
  const hyphen = /^\s*(\S+)\s+-\s+(\S+)\s*$/.exec(alternative);
  if (hyphen) return [`>=${hyphen[1]}`, `<=${hyphen[2]}`];
  const joined: string[] = [];
  for (const word of alternative.split(/\s+/)) {
    const before = joined.at(-1);
    if (before !== undefined && /^[\^~<>=]+$/.test(before)) joined[joined.length - 1] = before + word;
    else if (word !== '') joined.push(word);
  }
  return joined;
}

/** Null when it is no comparator that we know. */
function boundsOf(comparator: string): Bounds | null {
  const match = PARTIAL.exec(comparator);
  if (!match) return null;
  const numbers = match.slice(2).map((part) => (part === undefined || /[xX*]/.test(part) ? -1 : Number(part)));
  const wild = numbers.indexOf(-1);
  const known = wild < 0 ? 3 : wild;
  if (known === 0) return { low: ZERO, high: null };
  const low: Version = [numbers[0] ?? 0, known > 1 ? (numbers[1] ?? 0) : 0, known > 2 ? (numbers[2] ?? 0) : 0];
  switch (match[1]) {
    case '^': {
      const first = low.findIndex((part) => part > 0);
      return { low, high: after(low, first < 0 ? known - 1 : Math.min(first, known - 1)) };
    }
    case '~':
    case '~>':
      return { low, high: after(low, Math.min(known, 2) - 1) };
    case '>':
      return { low: after(low, known - 1), high: null };
    case '>=':
      return { low, high: null };
    case '<':
      return { low: ZERO, high: low };
    case '<=':
      return { low: ZERO, high: after(low, known - 1) };
    default:
      return { low, high: after(low, known - 1) };
  }
}

/** The first version that differs in the given part. */
function after([major, minor, patch]: Version, part: number): Version {
  if (part === 0) return [major + 1, 0, 0];
  return part === 1 ? [major, minor + 1, 0] : [major, minor, patch + 1];
}

function contains({ low, high }: Bounds, version: Version): boolean {
  return compare(low, version) <= 0 && (high === null || compare(version, high) < 0);
}

function compare(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
