import type { TermTypes } from './term-types.ts';
import { type TermMade, type Type, UNKNOWN } from './type-table.ts';

/** Object types and object literals that no declaration lists: their properties have types, and are no symbols. */
export class Shapes {
  private readonly terms: TermTypes;

  constructor(terms: TermTypes) {
    this.terms = terms;
  }

  has(shape: TermMade, name: number): boolean {
    return this.propertyAt(shape, name) >= 0;
  }

  /** What is under that name. */
  member(shape: TermMade, name: number): Type {
    const property = this.propertyAt(shape, name);
    const term = property < 0 ? 0 : this.terms.columns.a(shape.module, property);
    return term > 0 ? this.terms.of(shape.module, term, shape.environment) : UNKNOWN;
  }

  /** Numbers of the names, in source order. */
  names({ module, term }: TermMade): number[] {
    const { columns } = this.terms;
    return columns.list(module, columns.a(module, term)).map((property) => columns.name(module, property));
  }

  /** The last of that name, or -1. */
  private propertyAt({ module, term }: TermMade, name: number): number {
    const { columns } = this.terms;
    let found = -1;
    for (let list = columns.a(module, term); list > 0; list = columns.b(module, list)) {
      const property = columns.a(module, list);
      if (columns.name(module, property) === name) found = property;
    }
    return found;
  }
}
