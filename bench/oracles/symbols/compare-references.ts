import type { DeclaredPlace } from './declared-places.ts';
import type { ReferencePlace } from './typescript-references.ts';

/** What is known of one symbol: places as `path:line:column`. */
export interface SymbolComparison {
  readonly place: DeclaredPlace;
  /** Our id of it; null when we have no symbol there. */
  readonly id: string | null;
  readonly both: number;
  /** Ours that TypeScript does not have. */
  readonly extra: readonly string[];
  /** TypeScript's that we do not have, outside of comments. */
  readonly missing: readonly string[];
  /** The same inside of comments. */
  readonly missingInDocs: readonly string[];
  /** How many uses of that name stand on something of unknown type, as our answer says. */
  readonly unresolved: number;
}

/** @param ours null when we have no symbol there */
export function compareReferences(
  place: DeclaredPlace,
  ours: { readonly id: string; readonly places: readonly string[]; readonly unresolved: number } | null,
  theirs: readonly ReferencePlace[],
): SymbolComparison {
  const known = new Set(ours?.places ?? []);
  const expected = new Set(theirs.map(({ key }) => key));
  const missing = theirs.filter(({ key }) => !known.has(key));
  return {
    place,
    id: ours?.id ?? null,
    both: theirs.length - missing.length,
    extra: [...known].filter((key) => !expected.has(key)),
    missing: missing.filter(({ isDoc }) => !isDoc).map(({ key }) => key),
    missingInDocs: missing.filter(({ isDoc }) => isDoc).map(({ key }) => key),
    unresolved: ours?.unresolved ?? 0,
  };
}

/** Sums of several comparisons; shares between 0 and 1. What is missing in comments counts as missing. */
export function totals(comparisons: readonly SymbolComparison[]) {
  const sum = (count: (comparison: SymbolComparison) => number): number =>
    comparisons.reduce((total, comparison) => total + count(comparison), 0);
  const both = sum((one) => one.both);
  const extra = sum(({ extra }) => extra.length);
  const inDocs = sum(({ missingInDocs }) => missingInDocs.length);
  const missing = sum(({ missing }) => missing.length) + inDocs;
  return {
    symbols: comparisons.length,
    unknown: comparisons.filter(({ id }) => id === null).length,
    both,
    extra,
    missing,
    inDocs,
    precision: both + extra === 0 ? 1 : both / (both + extra),
    recall: both + missing === 0 ? 1 : both / (both + missing),
    labelled: sum(({ missing, unresolved }) => (unresolved > 0 ? missing.length : 0)),
  };
}
