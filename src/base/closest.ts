import { distance } from 'fastest-levenshtein';
import { compareCodeUnits } from './text.ts';

/**
 * The candidates most like a word that somebody typed, best first: those that contain it, then those within a
 * third of its length in Levenshtein distance, where swapping two neighbours counts as one. Empty when nothing is near: a
 * wild guess is worse than none.
 */
export function closest(word: string, candidates: Iterable<string>, limit = 5): string[] {
  const wanted = word.toLowerCase();
  const reach = Math.max(1, Math.floor(wanted.length / 3));
  // Somebody who types `src/cart.ts` may mean `packages/shop/src/cart.ts`: compare as many parts of a path as were typed.
  const parts = wanted.split('/').length;
  const scored: { candidate: string; score: number }[] = [];
  for (const candidate of candidates) {
    const lower = candidate.toLowerCase();
    const tail = lastParts(lower, parts);
    const [whole, end] = [distanceWithin(reach, wanted, lower), distanceWithin(reach, wanted, tail)];
    // The same distance to the whole says more than to its end, and containing the word more than a distance of one.
    const score = Math.min(whole, end + 0.5, wanted.length > 1 && lower.includes(wanted) ? 0.75 : Infinity);
    if (score !== Infinity) scored.push({ candidate, score });
  }
  scored.sort(
    (a, b) =>
      a.score - b.score || a.candidate.length - b.candidate.length || compareCodeUnits(a.candidate, b.candidate),
  );
  return scored.slice(0, limit).map(({ candidate }) => candidate);
}

function lastParts(path: string, count: number): string {
  let start = path.length;
  for (let part = 0; part < count && start >= 0; part++) start = path.lastIndexOf('/', start - 1);
  return path.slice(start + 1);
}

/** The Levenshtein distance, or Infinity when it is over `reach`: for most candidates their lengths tell without computing it. */
function distanceWithin(reach: number, a: string, b: string): number {
  if (Math.abs(a.length - b.length) > reach) return Infinity;
  const edits = areSwapped(a, b) ? 1 : distance(a, b);
  return edits <= reach ? edits : Infinity;
}

function areSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at < a.length - 1 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
