import { NO_SYMBOL, TERM } from '../../../symbol-records.ts';
import { NO_MEANING } from '../exports/declared-meanings.ts';
import { CLASS } from '../meanings.ts';
import { CallTypes } from './call-types.ts';
import { MemberLookup } from './member-lookup.ts';
import { namedType } from './named-types.ts';
import { SymbolTypes } from './symbol-types.ts';
import { TermColumns } from './term-columns.ts';
import type { TypeContext } from './type-context.ts';
import { instanceType, type Type, TypeTable, UNKNOWN, valueType } from './type-table.ts';

/** How far a type is followed from declaration to declaration: what lies deeper is not known. */
const MOST_STEPS = 200;

const OPEN = -0x80000000;
const NOT_YET = -0x7fffffff;

/**
 * What terms come to over all files. Each term is evaluated once; one that leads back to itself is not known there. Nothing is guessed: what a term
 * does not say is UNKNOWN.
 */
export class TermTypes {
  readonly table: TypeTable = new TypeTable();
  readonly columns: TermColumns;
  readonly symbolTypes: SymbolTypes;
  readonly calls: CallTypes;
  readonly members: MemberLookup;
  private readonly context: TypeContext;
  private readonly bases: Uint32Array;
  private readonly known: Int32Array;
  private steps = 0;

  constructor(context: TypeContext) {
    this.context = context;
    const { facts } = context.symbols;
    this.bases = new Uint32Array(facts.length + 1);
    facts.forEach(({ terms }, module) => {
      this.bases[module + 1] = (this.bases[module] ?? 0) + terms.length / TERM.WORDS;
    });
    this.known = new Int32Array(this.bases[facts.length] ?? 0).fill(NOT_YET);
    this.columns = new TermColumns(context.symbols);
    this.symbolTypes = new SymbolTypes(context, this);
    this.calls = new CallTypes(context, this);
    this.members = new MemberLookup(context, this);
  }

  of(module: number, term: number): Type {
    const at = (this.bases[module] ?? 0) + term;
    const known = this.known[at] ?? UNKNOWN;
    if (known !== NOT_YET) return known === OPEN ? UNKNOWN : known;
    if (this.steps >= MOST_STEPS) return UNKNOWN;
    this.known[at] = OPEN;
    this.steps++;
    const type = this.evaluate(module, term);
    this.steps--;
    this.known[at] = type;
    return type;
  }

  /** What an operand names as a type. */
  named(module: number, term: number): Type {
    return namedType(this.context, this, module, term);
  }

  /** What a member of it is. */
  member(type: Type, name: number): Type {
    const made = this.table.partsOf(type);
    if (made?.op === 'array' || made?.op === 'promise') return this.calls.library.member(type, name);
    if (made?.op === 'union') return this.each(type, (part) => this.member(part, name));
    const found = this.members.find(type, name, false);
    if (found >= 0) return this.symbolTypes.value(found);
    const symbols = this.members.lists.symbols(found);
    return this.table.union(symbols.map((symbol) => this.symbolTypes.value(symbol)));
  }

  /** The value of what an exported or imported name means. */
  meaning(meaning: number): Type {
    if (meaning >= 0) return this.symbolTypes.value(meaning);
    return meaning === NO_MEANING ? UNKNOWN : this.of(...this.context.exports.declared.termOf(meaning));
  }

  symbolAt(module: number, declaration: number): number {
    const { declarationBases, symbolOfDeclaration } = this.context.symbols;
    return symbolOfDeclaration[(declarationBases[module] ?? 0) + declaration] ?? NO_SYMBOL;
  }

  private evaluate(module: number, term: number): Type {
    const a = this.columns.a(module, term);
    switch (this.columns.op(module, term)) {
      case 'declared':
        return this.symbolTypes.value(this.symbolAt(module, a));
      case 'imported':
        return this.meaning(this.context.imports.of(module, a)[0]);
      case 'this':
        return this.thisOf(this.symbolAt(module, a));
      case 'super':
        return this.table.union(this.members.heritage.extended(this.symbolAt(module, a)));
      case 'static-this':
      case 'object':
        return valueType(this.symbolAt(module, a));
      case 'namespace':
        return this.namespaceAt(module, a);
      case 'new':
        return this.each(this.of(module, a), (type) => this.symbolTypes.ofClass(type));
      case 'call':
        return this.each(this.of(module, a), (type) => this.calls.called(type));
      case 'member':
      case 'key':
        return this.member(this.of(module, a), this.columns.name(module, term));
      case 'element':
        return this.each(this.of(module, a), (type) => this.heldBy('array', type) ?? UNKNOWN);
      case 'await':
        return this.each(this.of(module, a), (type) => this.heldBy('promise', type) ?? type);
      case 'parameter':
        return this.each(this.of(module, a), (type) => this.calls.parameter(type, this.columns.b(module, term)));
      case 'function':
        return this.table.function(module, term);
      case 'instance':
        return this.named(module, a);
      case 'array':
        return this.table.array(this.of(module, a));
      case 'promise':
        return this.table.promise(this.of(module, a));
      case 'union':
        return this.table.union([this.of(module, a), this.of(module, this.columns.b(module, term))]);
      case 'all-of':
        return this.table.allOf([this.of(module, a), this.of(module, this.columns.b(module, term))]);
      case 'type-of':
        return this.of(module, a);
      case 'list':
      case 'unknown':
        return UNKNOWN;
    }
  }

  private heldBy(op: 'array' | 'promise', type: Type): Type | null {
    const made = this.table.partsOf(type);
    return made?.op === op ? made.of : null;
  }

  private each(type: Type, typeOf: (part: Type) => Type): Type {
    const made = this.table.partsOf(type);
    return made?.op === 'union' ? this.table.union(made.parts.map(typeOf)) : typeOf(type);
  }

  private thisOf(symbol: number): Type {
    return this.context.symbols.kinds[symbol] === CLASS ? instanceType(symbol) : valueType(symbol);
  }

  private namespaceAt(module: number, site: number): Type {
    const entry = this.context.exports.lookup.atSite(module, site, this.context.symbols.names.numberOf('*'));
    return this.meaning(this.context.exports.of(entry)[0]);
  }
}
