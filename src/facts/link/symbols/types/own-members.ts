import { DECLARED_STATIC, NO_SYMBOL } from '../../../symbol-records.ts';
import { CLASS, CONSTRUCTOR, INTERFACE, isMemberKind, isTypeKind, isValueKind, MODULE } from '../meanings.ts';
import { ABSENT, ELSEWHERE, type Found, NOT_KNOWN } from './found-members.ts';
import type { TermTypes } from './term-types.ts';
import type { TypeContext } from './type-context.ts';
import { FOREIGN, isInstance, symbolOfType, type Type, UNKNOWN } from './type-table.ts';

/** The members that a type has itself. */
export class OwnMembers {
  private readonly context: TypeContext;
  private readonly terms: TermTypes;

  constructor(context: TypeContext, terms: TermTypes) {
    this.context = context;
    this.terms = terms;
  }

  /** What a type itself has of that name. ABSENT where what lies behind it has to be asked. */
  find(type: Type, name: number, asType: boolean): Found {
    if (type === UNKNOWN) return NOT_KNOWN;
    if (type === FOREIGN) return ELSEWHERE;
    const { symbols, children, externals } = this.context;
    const own = this.terms.table.unbound(type);
    if (own < 0) return ABSENT;
    const symbol = symbolOfType(own);
    if (externals.has(symbol)) {
      const member = externals.memberOf(symbol, name);
      return member < 0 ? ELSEWHERE : member;
    }
    const kind = symbols.kinds[symbol] ?? 0;
    if (kind === MODULE) return this.exported(symbol, name, asType);
    const child = children.find(symbol, name, this.wanted(kind, isInstance(own), asType));
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
}
