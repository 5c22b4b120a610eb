import { CLASS, INTERFACE, isVariableKind, TYPE } from '../meanings.ts';
import { ABSENT, ELSEWHERE, type Found, FoundMembers, isFound, NOT_KNOWN } from './found-members.ts';
import { HeritageRows } from './heritage-rows.ts';
import { OwnMembers } from './own-members.ts';
import type { TermTypes } from './term-types.ts';
import type { TypeContext } from './type-context.ts';
import { FOREIGN, isInstance, isSymbolValue, symbolOfType, type Type, UNKNOWN, valueType } from './type-table.ts';

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
  private readonly known = new Map<number, Found>();
  private depth = 0;

  constructor(context: TypeContext, terms: TermTypes) {
    this.context = context;
    this.terms = terms;
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
    const own = this.own.find(type, name, asType);
    if (isFound(own)) return own;
    const made = this.terms.table.partsOf(type);
    const isCombined = made?.op === 'union' || made?.op === 'all-of';
    if (made && !isCombined) return ELSEWHERE;
    if (this.depth > MOST_DEPTH) return NOT_KNOWN;
    const key = (type * 2 + (asType ? 1 : 0)) * MOST_NAMES + name;
    let found = this.known.get(key);
    if (found === undefined) {
      this.depth++;
      found = isCombined ? this.findInParts(made.parts, name, asType) : this.search(type, name, asType);
      this.depth--;
      this.known.set(key, found);
    }
    return found;
  }

  private findInParts(parts: readonly Type[], name: number, asType: boolean): Found {
    const found = parts.map((part) => this.find(part, name, asType));
    const symbols = found.flatMap((one) => this.lists.symbols(one));
    if (symbols.length > 0) return this.lists.of(symbols);
    // The least certain of them.
    return Math.min(...found);
  }

  /** Level by level: what is nearest hides what lies behind. */
  private search(type: Type, name: number, asType: boolean): Found {
    const seen = new Set([type]);
    const symbols: number[] = [];
    let isForeign = false;
    let isUnknown = false;
    for (let level = [type]; level.length > 0 && symbols.length === 0; ) {
      const next: Type[] = [];
      for (const at of level) {
        const own = this.own.find(at, name, asType);
        if (own === NOT_KNOWN) isUnknown = true;
        else if (own === ELSEWHERE) isForeign = true;
        else if (own !== ABSENT) symbols.push(...this.lists.symbols(own));
        else next.push(...this.behind(at).filter((behind) => !seen.has(behind)));
        for (const behind of next) seen.add(behind);
      }
      level = seen.size > MOST_TYPES ? [] : next;
      if (seen.size > MOST_TYPES) isUnknown = true;
    }
    if (symbols.length > 0) return this.lists.of(symbols);
    return isUnknown ? NOT_KNOWN : isForeign ? ELSEWHERE : ABSENT;
  }

  /** Where else to look: the parts of a union, what an alias stands for, what is extended. */
  private behind(type: Type): readonly Type[] {
    const made = this.terms.table.partsOf(type);
    if (made) return made.op === 'union' || made.op === 'all-of' ? made.parts : [];
    const symbol = symbolOfType(type);
    const kind = this.context.symbols.kinds[symbol];
    if (kind !== CLASS && kind !== INTERFACE) return this.declared(symbol);
    const extended = this.heritage.extended(symbol);
    const added = this.terms.symbolTypes.added(symbol);
    if (!isSymbolValue(type)) return added.length === 0 ? extended : [...added, ...extended];
    return extended.map(classOf);
  }

  /** What a type alias, a variable or a property is besides the members that are listed for it. */
  private declared(symbol: number): readonly Type[] {
    const { kinds } = this.context.symbols;
    const isDeclared = kinds[symbol] === TYPE || isVariableKind(kinds[symbol] ?? 0);
    const type = isDeclared ? this.terms.symbolTypes.declared(symbol) : UNKNOWN;
    return type === UNKNOWN || type === valueType(symbol) ? [] : [type];
  }
}

/** The class of what is extended, for static members. */
export function classOf(base: Type): Type {
  if (isInstance(base)) return valueType(symbolOfType(base));
  return base === FOREIGN ? FOREIGN : UNKNOWN;
}
