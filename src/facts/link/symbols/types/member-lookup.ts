import { DECLARED_STATIC, NO_SYMBOL } from '../../../symbol-records.ts';
import {
  CLASS,
  CONSTRUCTOR,
  INTERFACE,
  isMemberKind,
  isTypeKind,
  isValueKind,
  isVariableKind,
  MODULE,
  TYPE,
} from '../meanings.ts';
import { ABSENT, ELSEWHERE, type Found, FoundMembers, isFound, NOT_KNOWN } from './found-members.ts';
import { HeritageRows } from './heritage-rows.ts';
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
  private readonly known = new Map<number, Found>();
  private depth = 0;

  constructor(context: TypeContext, terms: TermTypes) {
    this.context = context;
    this.terms = terms;
    this.heritage = new HeritageRows(context.symbols, terms);
  }

  /**
   * @param name a number
   * @param asType of a namespace, the type of that name and not the value
   */
  find(type: Type, name: number, asType: boolean): Found {
    if (type === UNKNOWN) return NOT_KNOWN;
    if (type === FOREIGN) return ELSEWHERE;
    const own = this.own(type, name, asType);
    if (isFound(own)) return own;
    const made = this.terms.table.partsOf(type);
    const isCombined = made?.op === 'union' || made?.op === 'all-of';
    if ((made && !isCombined) || this.depth > MOST_DEPTH) return isCombined ? NOT_KNOWN : ELSEWHERE;
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
        const own = this.own(at, name, asType);
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

  /** What a type itself has of that name. ABSENT where what lies behind it has to be asked. */
  private own(type: Type, name: number, asType: boolean): Found {
    if (type === UNKNOWN) return NOT_KNOWN;
    if (type === FOREIGN) return ELSEWHERE;
    const { symbols, children, externals } = this.context;
    if (type < 0) {
      const op = this.terms.table.partsOf(type)?.op;
      return op === 'union' || op === 'all-of' ? ABSENT : ELSEWHERE;
    }
    const symbol = symbolOfType(type);
    if (externals.has(symbol)) {
      const member = externals.memberOf(symbol, name);
      return member < 0 ? ELSEWHERE : member;
    }
    const kind = symbols.kinds[symbol] ?? 0;
    if (kind === MODULE) return this.exported(symbol, name, asType);
    const child = children.find(symbol, name, this.wanted(kind, isInstance(type), asType));
    return child === NO_SYMBOL ? ABSENT : child;
  }

  /** Which children count: of a class those of its instances or those of itself, of a namespace types or values. */
  private wanted(kind: number, isOfInstance: boolean, asType: boolean): (child: number) => boolean {
    const { kinds, flags } = this.context.symbols;
    const kindOf = (child: number): number => kinds[child] ?? 0;
    const isMeant = (child: number): boolean =>
      asType ? isTypeKind(kindOf(child)) || isMemberKind(kindOf(child)) : isValueKind(kindOf(child));
    if (kind !== CLASS && kind !== INTERFACE) return isMeant;
    const isOwn = (child: number): boolean =>
      isMemberKind(kindOf(child)) && ((flags[child] ?? 0) & DECLARED_STATIC) === 0;
    const isSide = isOfInstance ? isOwn : (child: number): boolean => !isOwn(child) && isMeant(child);
    // `value.constructor` is what the language gives; a declared one is meant by `new` alone.
    return (child) => kindOf(child) !== CONSTRUCTOR && isSide(child);
  }

  private exported(symbol: number, name: number, asType: boolean): Found {
    const { exports, symbols } = this.context;
    const [value, type] = exports.of(exports.lookup.of(symbols.modules[symbol] ?? 0, name));
    const meaning = asType ? type : value;
    return meaning < 0 ? NOT_KNOWN : meaning;
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
    return extended.map((base) => (isInstance(base) ? valueType(symbolOfType(base)) : base));
  }

  /** What a type alias, a variable or a property is besides the members that are listed for it. */
  private declared(symbol: number): readonly Type[] {
    const { kinds } = this.context.symbols;
    const isDeclared = kinds[symbol] === TYPE || isVariableKind(kinds[symbol] ?? 0);
    const type = isDeclared ? this.terms.symbolTypes.declared(symbol) : UNKNOWN;
    return type === UNKNOWN || type === valueType(symbol) ? [] : [type];
  }
}
