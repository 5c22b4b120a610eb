import { ABSENT, ELSEWHERE, isFound } from './found-members.ts';
import { Memo } from './memo.ts';
import type { TermTypes } from './term-types.ts';
import { type Mapped, type Type, UNKNOWN } from './type-table.ts';

const MOST_NAMES = 2 ** 24;
/** How deep what has a member is looked for behind what rests on it. */
const DEEPEST = 50;

/** What members are, as values. */
export class MemberTypes {
  private readonly terms: TermTypes;
  private readonly inheritedMembers: Memo<number, Type>;
  private depth = 0;

  constructor(terms: TermTypes) {
    this.terms = terms;
    this.inheritedMembers = new Memo(terms.doubts);
  }

  /** What a member of it is. @param name a number */
  of(type: Type, name: number): Type {
    const { table, members, symbolTypes } = this.terms;
    const made = table.partsOf(type);
    switch (made?.op) {
      case 'array':
      case 'promise':
        return this.terms.calls.library.member(type, name);
      case 'union':
      case 'all-of':
        return table.union(made.parts.map((part) => this.of(part, name)));
      case 'record':
        return made.of;
      case 'shape':
        return this.terms.shapes.member(made, name);
      case 'mapped':
        return this.ofMapped(made, name);
      case 'type-parameter':
        return this.deeper(() => this.of(this.terms.parameters.constraint(type), name));
    }
    const found = members.find(type, name, false);
    if (found >= 0) return symbolTypes.value(found);
    const symbols = members.lists.members(found);
    if (symbols.length > 0) {
      return table.union(symbols.map(({ symbol, environment }) => symbolTypes.value(symbol, environment)));
    }
    return found === ABSENT ? this.terms.held.indexedBy(type) : this.inherited(type, name);
  }

  /** `T[K]`: of a key that is not known, nothing. */
  at(type: Type, key: Type): Type {
    const { table } = this.terms;
    const made = table.partsOf(key);
    if (made?.op === 'literal') return this.of(type, made.name);
    if (made?.op === 'union') return table.union(made.parts.map((part) => this.at(type, part)));
    const object = table.partsOf(type);
    return object?.op === 'record' || object?.op === 'array' ? object.of : UNKNOWN;
  }

  /** What has the names that a mapped type runs over, where that is said: `keyof T`, or what extends it. */
  keyed(keys: Type): Type {
    const made = this.terms.table.partsOf(keys);
    if (made?.op === 'key-of') return made.of;
    return made?.op === 'type-parameter'
      ? this.deeper(() => this.keyed(this.terms.parameters.constraint(keys)))
      : UNKNOWN;
  }

  /** What is behind a symbol's type without being a symbol: a part of an alias, or of what is extended. */
  private inherited(type: Type, name: number): Type {
    const key = type * MOST_NAMES + name;
    const known = this.inheritedMembers.get(key);
    if (known !== undefined) return known;
    return this.inheritedMembers.find(key, UNKNOWN, () =>
      this.deeper(() => this.terms.table.union(this.terms.members.behind(type).map((base) => this.of(base, name)))),
    );
  }

  private deeper(typeOf: () => Type): Type {
    if (this.depth >= DEEPEST) {
      this.terms.doubts.meetLimit();
      return UNKNOWN;
    }
    this.depth++;
    const type = typeOf();
    this.depth--;
    return type;
  }

  private ofMapped({ of, module, term, environment }: Mapped, name: number): Type {
    const { columns, table } = this.terms;
    const [parameter = 0, each = 0] = columns.list(module, columns.b(module, term));
    if (each === 0 || (of !== UNKNOWN && !this.has(of, name))) return UNKNOWN;
    const binding = [this.terms.of(module, parameter), table.literal(name)] as const;
    return this.terms.of(module, each, table.environments.with(environment, [binding]));
  }

  private has(type: Type, name: number): boolean {
    const found = this.terms.members.find(type, name, false);
    return isFound(found) || found === ELSEWHERE;
  }
}
