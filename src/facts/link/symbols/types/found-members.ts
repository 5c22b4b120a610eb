/** What looking for a member of a type comes to: a symbol, several (see {@link FoundMembers}), or one of these. */
export type Found = number;

/** The type is known and has no such member. */
export const ABSENT: Found = -1;
/** The member is one of the language or another package. */
export const ELSEWHERE: Found = -2;
/** The type is not known, or not wholly. */
export const NOT_KNOWN: Found = -3;

const FIRST_LIST = -4;

/** Several symbols at once, as one number. */
export class FoundMembers {
  private readonly lists: (readonly number[])[] = [];

  /** @param symbols distinct, or not */
  of(symbols: readonly number[]): Found {
    const distinct = [...new Set(symbols)];
    const [only] = distinct;
    if (only === undefined) return ABSENT;
    return distinct.length === 1 ? only : FIRST_LIST - (this.lists.push(distinct) - 1);
  }

  /** None for ABSENT and what is not here. */
  symbols(found: Found): readonly number[] {
    if (found >= 0) return [found];
    return found <= FIRST_LIST ? (this.lists[FIRST_LIST - found] ?? []) : [];
  }
}

export const isFound = (found: Found): boolean => found >= 0 || found <= FIRST_LIST;
