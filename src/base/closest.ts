import { distance } from 'fastest-levenshtein';
import { compareCodeUnits } from './text.ts';

/**
 * The candidates most like a word that somebody typed, best first: those that contain it, then those within a
 * third of its length (at least two, for swapped letters, unless it is very short) in Levenshtein distance. Empty when nothing is near: a wild guess is worse than none.
 */
export function closest(word: string, candidates: Iterable<string>, limit = 5): string[] {
  const wanted = word.toLowerCase();
  const reach = Math.max(wanted.length < 4 ? 1 : 2, Math.floor(wanted.length / 3));
  const scored: { candidate: string; score: number }[] = [];
  for (const candidate of candidates) {
    const lower = candidate.toLowerCase();
    // The last part is what people remember of a path.
    const tail = lower.slice(lower.lastIndexOf('/') + 1);
    const far = Math.min(
      Math.abs(lower.length - wanted.length) > reach ? Infinity : distance(wanted, lower),
      Math.abs(tail.length - wanted.length) > reach ? Infinity : distance(wanted, tail) + 0.5,
    );
    if (wanted.length > 1 && lower.includes(wanted)) scored.push({ candidate, score: Math.min(far, 0.75) });
    else if (far <= reach) scored.push({ candidate, score: far });
  }
  scored.sort(
    (a, b) =>
      a.score - b.score || a.candidate.length - b.candidate.length || compareCodeUnits(a.candidate, b.candidate),
  );
  return scored.slice(0, limit).map(({ candidate }) => candidate);
}
