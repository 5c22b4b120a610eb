import { type Environment, NO_ENVIRONMENT } from './environments.ts';

/** What looking for a member of a type comes to: a symbol, several (see {@link FoundMembers}), or one of these. */
export type Found = number;

/** The type is known and has no such member. */
export const ABSENT: Found = -1;
/** The member is one of the language or another package. */
export const ELSEWHERE: Found = -2;
/** The type is not known, or not wholly. */
export const NOT_KNOWN: Found = -3;

const FIRST_LIST = -4;

/** A member, and what the type parameters of what has it stand for. */
export interface FoundMember {
  readonly symbol: number;
  readonly environment: Environment;
}

/** Several symbols at once, or some with what type parameters stand for, as one number. */
export class FoundMembers {
  private readonly lists: (readonly FoundMember[])[] = [];

  /** @param symbols distinct, or not */
  of(symbols: readonly number[]): Found {
    return this.ofMembers(symbols.map((symbol) => ({ symbol, environment: NO_ENVIRONMENT })));
  }

  /** The same of members. */
  ofMembers(members: readonly FoundMember[]): Found {
    if (members.length === 1 && members[0]?.environment === NO_ENVIRONMENT) return members[0].symbol;
    const distinct = members.filter(
      ({ symbol, environment }, at) =>
        members.findIndex((other) => other.symbol === symbol && other.environment === environment) === at,
    );
    const [only] = distinct;
    if (only === undefined) return ABSENT;
    if (distinct.length === 1 && only.environment === NO_ENVIRONMENT) return only.symbol;
    return FIRST_LIST - (this.lists.push(distinct) - 1);
  }

  /** Distinct ones. None for ABSENT and what is not here. */
  symbols(found: Found): readonly number[] {
    if (found >= 0) return [found];
    return [...new Set(this.members(found).map(({ symbol }) => symbol))];
  }

  members(found: Found): readonly FoundMember[] {
    if (found >= 0) return [{ symbol: found, environment: NO_ENVIRONMENT }];
    return found <= FIRST_LIST ? (this.lists[FIRST_LIST - found] ?? NONE) : NONE;
  }
}

const NONE: readonly FoundMember[] = [];

export const isFound = (found: Found): boolean => found >= 0 || found <= FIRST_LIST;
