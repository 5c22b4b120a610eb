import { PairTable } from './pair-table.ts';

/** What a name is bound to: nothing that we know, a listed declaration, an import, or something inside of a function. */
export const BOUND_DECLARATION = 1;
export const BOUND_IMPORT = 2;
export const BOUND_LOCAL = 3;

/**
 * What the names of one file at a time are bound to. SWC resolves names to scopes, so that equal names of one scope are one binding; but a type
 * and a value of one name may be two different things in the same scope, and so every binding has two sides. A target is 0 for
 * none, else four times the number of what is bound, plus a BOUND_… above.
 */
export class Bindings {
  readonly values: number[] = [];
  readonly types: number[] = [];
  private readonly pairs = new PairTable();

  clear(): void {
    this.pairs.clear();
    this.values.length = 0;
    this.types.length = 0;
  }

  /** The binding of a name in a scope, or -1. */
  find(name: number, scope: number): number {
    return this.pairs.find(name, scope);
  }

  /** Binds both sides or one; the first to bind a side wins. @param number of the declaration, the import or the identifier's node */
  bind(name: number, scope: number, kind: number, number: number, sides: { value: boolean; type: boolean }): void {
    const binding = this.pairs.add(name, scope);
    const target = number * 4 + kind;
    if (binding === this.values.length) {
      this.values.push(0);
      this.types.push(0);
    }
    if (sides.value && this.values[binding] === 0) this.values[binding] = target;
    if (sides.type && this.types[binding] === 0) this.types[binding] = target;
  }

  /** The target of a name where a value (or where a type) stands; the other side's when that one has none. */
  target(binding: number, isType: boolean): number {
    const [first, second] = isType ? [this.types, this.values] : [this.values, this.types];
    return first[binding] || second[binding] || 0;
  }
}

export const AS_VALUE = { value: true, type: false } as const;
export const AS_TYPE = { value: false, type: true } as const;
export const AS_BOTH = { value: true, type: true } as const;
