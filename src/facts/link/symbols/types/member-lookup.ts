import { CLASS, INTERFACE, isVariableKind, TYPE } from '../meanings.ts';
import { ABSENT, ELSEWHERE, type Found, type FoundMember, FoundMembers, isFound, NOT_KNOWN } from './found-members.ts';
import { HeritageRows } from './heritage-rows.ts';
import { Memo } from './memo.ts';
import { OwnMembers } from './own-members.ts';
import type { TermTypes } from './term-types.ts';
import type { TypeContext } from './type-context.ts';
import {
  FOREIGN,
  isInstance,
  isSymbolValue,
  type MadeOf,
  symbolOfType,
  type Type,
  UNKNOWN,
  valueType,
} from './type-table.ts';

/** Types that are looked at for one member, and how deep unions lie in each other: beyond, it is not known. */
const MOST_TYPES = 256;
const MOST_DEPTH = 50;
const MOST_NAMES = 2 ** 24;

/** Which member a name means on a value of some type: its own, or the nearest inherited one. */
export class MemberLookup {
  readonly lists: FoundMembers = new FoundMembers();
  readonly heritage: HeritageRows;
  private readonly context: TypeContext;
  private readonly terms: TermTypes;
  private readonly own: OwnMembers;
  private readonly known: Memo<number, Found>;
  private depth = 0;

  constructor(context: TypeContext, terms: TermTypes) {
    this.context = context;
    this.terms = terms;
    this.known = new Memo(terms.doubts);
    this.own = new OwnMembers(context, terms);
    this.heritage = new HeritageRows(context.symbols, terms);
  }

  /**
   * @param name a number
   * @param asType of a namespace, the type of that name and not the value
   */
  find(type: Type, name: number, asType: boolean): Found {
    if (type === UNKNOWN) return NOT_KNOWN;
    if (type === FOREIGN) return ELSEWHERE;
    const made = this.terms.table.partsOf(type);
    if (made === null) {
      const own = this.own.find(type, name, asType);
      if (isFound(own)) return own;
    }
    const key = (type * 2 + (asType ? 1 : 0)) * MOST_NAMES + name;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    if (this.depth > MOST_DEPTH) {
      this.terms.doubts.meetLimit();
      return NOT_KNOWN;
    }
    return this.known.find(key, NOT_KNOWN, () => {
      this.depth++;
      const isSymbols = made === null || made.op === 'bound';
      const found = isSymbols ? this.search(type, name, asType) : this.findInMade(type, made, name, asType);
      this.depth--;
      return found;
    });
  }

  private findInMade(type: Type, made: MadeOf, name: number, asType: boolean): Found {
    switch (made.op) {
      case 'union':
      case 'all-of':
        return this.findInParts(made.parts, name, asType);
      case 'type-parameter':
        return this.find(this.terms.parameters.constraint(type), name, asType);
      case 'mapped':
        return made.of === UNKNOWN ? ELSEWHERE : this.find(made.of, name, asType);
      case 'shape':
        return this.terms.shapes.has(made, name) ? ELSEWHERE : ABSENT;
      default:
        return ELSEWHERE;
    }
  }

  private findInParts(parts: readonly Type[], name: number, asType: boolean): Found {
    const found = parts.map((part) => this.find(part, name, asType));
    const members = found.flatMap((one) => this.lists.members(one));
    if (members.length > 0) return this.lists.ofMembers(members);
    // The least certain of them.
    return Math.min(...found);
  }

  /** Level by level: what is nearest hides what lies behind. */
  private search(type: Type, name: number, asType: boolean): Found {
    const seen = new Set([type]);
    const members: FoundMember[] = [];
    let isForeign = false;
    let isUnknown = false;
    for (let level = [type]; level.length > 0 && members.length === 0; ) {
      const next: Type[] = [];
      for (const at of level) {
        const own = this.nearest(at, type, name, asType);
        if (own === NOT_KNOWN) isUnknown = true;
        else if (own === ELSEWHERE) isForeign = true;
        else if (own !== ABSENT) members.push(...this.membersOf(at, own));
        else next.push(...this.behind(at).filter((behind) => !seen.has(behind)));
        for (const behind of next) seen.add(behind);
      }
      level = seen.size > MOST_TYPES ? [] : next;
      if (seen.size > MOST_TYPES) isUnknown = true;
    }
    if (members.length > 0) return this.lists.ofMembers(members);
    return isUnknown ? NOT_KNOWN : isForeign ? ELSEWHERE : ABSENT;
  }

  /** What a symbol's type itself has; of one that is made of others, whatever they have. */
  private nearest(at: Type, from: Type, name: number, asType: boolean): Found {
    const made = this.terms.table.partsOf(at);
    const isOther = made !== null && made.op !== 'bound' && at !== from;
    return isOther && made.op !== 'union' && made.op !== 'all-of'
      ? this.find(at, name, asType)
      : this.own.find(at, name, asType);
  }

  private membersOf(at: Type, own: Found): readonly FoundMember[] {
    const members = this.lists.members(own);
    const environment = this.terms.table.partsOf(at)?.op === 'bound' ? this.terms.table.environmentOf(at) : 0;
    return environment === 0 ? members : members.map(({ symbol }) => ({ symbol, environment }));
  }

  /** Where else to look: the parts of a union, what an alias stands for, what is extended. */
  behind(type: Type): readonly Type[] {
    const { table, symbolTypes } = this.terms;
    const made = table.partsOf(type);
    if (made && made.op !== 'bound') return made.op === 'union' || made.op === 'all-of' ? made.parts : [];
    const own = table.unbound(type);
    if (own <= FOREIGN) return [];
    const environment = table.environmentOf(type);
    const symbol = symbolOfType(own);
    const kind = this.context.symbols.kinds[symbol];
    if (kind !== CLASS && kind !== INTERFACE) return this.declared(symbol, own, environment);
    const added = symbolTypes.added(symbol, environment);
    if (!isSymbolValue(own)) {
      const extended = this.heritage.extended(type);
      return added.length === 0 ? extended : [...added, ...extended];
    }
    return this.heritage.extended(own - 1).map((base) => this.classOf(base));
  }

  /** What a type alias, a variable or a property is besides the members that are listed for it. */
  private declared(symbol: number, own: Type, environment: number): readonly Type[] {
    const { kinds } = this.context.symbols;
    const isDeclared = kinds[symbol] === TYPE || isVariableKind(kinds[symbol] ?? 0);
    const type = isDeclared ? this.terms.symbolTypes.declared(symbol, environment) : UNKNOWN;
    return type === UNKNOWN || type === own || this.terms.table.unbound(type) === valueType(symbol) ? [] : [type];
  }

  /** The class of what is extended, for static members. */
  classOf(base: Type): Type {
    const own = this.terms.table.unbound(base);
    if (isInstance(own)) return valueType(symbolOfType(own));
    return base === FOREIGN ? FOREIGN : UNKNOWN;
  }
}
