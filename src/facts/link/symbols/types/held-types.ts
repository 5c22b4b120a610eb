import { HERITAGE_INDEXED } from '../../../symbol-records.ts';
import type { TermTypes } from './term-types.ts';
import type { TypeContext } from './type-context.ts';
import { FOREIGN, symbolOfType, type Type, UNKNOWN } from './type-table.ts';

/** Types that are looked at behind one for an index signature. */
const MOST_BASES = 32;
/** Type parameters in each other's constraints. */
const DEEPEST = 16;

/** What arrays, tuples, promises and records hold. */
export class HeldTypes {
  private readonly context: TypeContext;
  private readonly terms: TermTypes;

  constructor(context: TypeContext, terms: TermTypes) {
    this.context = context;
    this.terms = terms;
  }

  /** What it holds, where it is such a holder; else UNKNOWN. */
  by(op: 'array' | 'promise' | 'record', type: Type): Type {
    const made = this.terms.table.partsOf(type);
    if (op === 'array' && made?.op === 'tuple') return this.terms.table.union(made.parts);
    return made?.op === op ? made.of : UNKNOWN;
  }

  /** What waiting for it gives: itself, where it is no promise. */
  awaited(promise: Type): Type {
    const { table } = this.terms;
    return this.terms.each(promise, (type) =>
      table.partsOf(type)?.op === 'promise' ? this.by('promise', type) : type,
    );
  }

  /** An element of an array or tuple, or what is under any name. */
  element(type: Type): Type {
    return this.terms.each(type, (part) => this.elementOf(part));
  }

  /** What an array or tuple has at a position. */
  at(type: Type, position: number): Type {
    return this.terms.each(type, (part) => {
      const made = this.terms.table.partsOf(part);
      return made?.op === 'tuple' ? (made.parts[position] ?? UNKNOWN) : this.elementOf(part);
    });
  }

  private elementOf(type: Type): Type {
    let at = type;
    for (let depth = 0; depth < DEEPEST && this.terms.table.partsOf(at)?.op === 'type-parameter'; depth++)
      at = this.terms.parameters.constraint(at);
    return this.by('array', at) || this.by('record', at) || this.indexedBy(at);
  }

  /** What the index signature of a symbol's type gives, its own or the nearest that it rests on. */
  indexedBy(type: Type): Type {
    const { table, members } = this.terms;
    const seen = new Set([type]);
    for (const at of seen) {
      const own = table.unbound(at);
      const symbol = symbolOfType(own);
      if (own > FOREIGN && !this.context.externals.has(symbol)) {
        const [term] = members.heritage.termsOf(symbol, HERITAGE_INDEXED);
        const module = this.context.symbols.modules[symbol] ?? 0;
        if (term !== undefined) return this.terms.of(module, term, table.environmentOf(at));
      }
      if (seen.size < MOST_BASES) for (const behind of members.behind(at)) seen.add(behind);
    }
    return UNKNOWN;
  }
}
