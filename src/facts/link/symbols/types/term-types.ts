import { NO_SYMBOL, TERM, TERM_OPS, type TermOp } from '../../../symbol-records.ts';
import { CLASS } from '../meanings.ts';
import { LibraryMethods } from './library-methods.ts';
import { MemberLookup } from './member-lookup.ts';
import { SymbolTypes } from './symbol-types.ts';
import type { TypeContext } from './type-context.ts';
import {
  FOREIGN,
  instanceType,
  isSymbolValue,
  symbolOfType,
  type Type,
  TypeTable,
  UNKNOWN,
  valueType,
} from './type-table.ts';

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
  readonly symbolTypes: SymbolTypes;
  readonly members: MemberLookup;
  private readonly library: LibraryMethods;
  private readonly context: TypeContext;
  private readonly bases: Uint32Array;
  private readonly known: Int32Array;
  private steps = 0;

  constructor(context: TypeContext) {
    this.context = context;
    const { facts, names } = context.symbols;
    this.bases = new Uint32Array(facts.length + 1);
    facts.forEach(({ terms }, module) => {
      this.bases[module + 1] = (this.bases[module] ?? 0) + terms.length / TERM.WORDS;
    });
    this.known = new Int32Array(this.bases[facts.length] ?? 0).fill(NOT_YET);
    this.library = new LibraryMethods(this.table, names);
    this.symbolTypes = new SymbolTypes(context, this);
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

  private word(module: number, term: number, word: number): number {
    return this.context.symbols.facts[module]?.terms[term * TERM.WORDS + word] ?? 0;
  }

  private opOf(module: number, term: number): TermOp {
    return TERM_OPS[this.word(module, term, TERM.OP)] ?? 'unknown';
  }

  private evaluate(module: number, term: number): Type {
    const a = this.word(module, term, TERM.A);
    const b = this.word(module, term, TERM.B);
    switch (this.opOf(module, term)) {
      case 'declared':
        return this.symbolTypes.value(this.symbolAt(module, a));
      case 'imported':
        return this.meaning(this.context.imports.of(module, a)[0]);
      case 'this':
        return this.thisOf(this.symbolAt(module, a));
      case 'super':
        return this.members.superOf(this.symbolAt(module, a));
      case 'static-this':
      case 'object':
        return valueType(this.symbolAt(module, a));
      case 'namespace':
        return this.namespaceAt(module, a);
      case 'new':
        return this.each(this.of(module, a), (type) => this.symbolTypes.ofClass(type));
      case 'call':
        return this.each(this.of(module, a), (type) => this.called(type));
      case 'member':
      case 'key':
        return this.member(this.of(module, a), this.context.symbols.names.of(module, b));
      case 'element':
        return this.each(this.of(module, a), (type) => this.heldBy('array', type));
      case 'await':
        return this.each(this.of(module, a), (type) => {
          const made = this.table.partsOf(type);
          return made?.op === 'promise' ? made.of : type;
        });
      case 'parameter':
        return this.each(this.of(module, a), (type) => this.parameter(type, b));
      case 'function':
        return this.table.function(module, term);
      case 'instance':
        return this.named(module, a);
      case 'array':
        return this.table.array(this.of(module, a));
      case 'promise':
        return this.table.promise(this.of(module, a));
      case 'union':
        return this.table.union([this.of(module, a), this.of(module, b)]);
      case 'all-of':
        return this.table.allOf([this.of(module, a), this.of(module, b)]);
      case 'type-of':
        return this.of(module, a);
      case 'list':
      case 'unknown':
        return UNKNOWN;
    }
  }

  /** What an operand names as a type: an object of that class, or what that alias stands for. */
  named(module: number, term: number): Type {
    const a = this.word(module, term, TERM.A);
    switch (this.opOf(module, term)) {
      case 'declared': {
        const [value, type] = this.context.exports.declared.ofSymbol(this.symbolAt(module, a));
        return this.symbolTypes.instance(type < 0 ? value : type);
      }
      case 'imported': {
        const [value, type] = this.context.imports.of(module, a);
        return type < 0 ? this.symbolTypes.ofClass(this.meaning(value)) : this.symbolTypes.instance(type);
      }
      case 'member': {
        const name = this.context.symbols.names.of(module, this.word(module, term, TERM.B));
        const found = this.members.find(this.of(module, a), name, true);
        const types = this.members.lists.symbols(found).map((symbol) => this.symbolTypes.instance(symbol));
        return types.length === 0 && this.of(module, a) === FOREIGN ? FOREIGN : this.table.union(types);
      }
      default:
        return this.symbolTypes.ofClass(this.of(module, term));
    }
  }

  /** What a member of it is. */
  member(type: Type, name: number): Type {
    const made = this.table.partsOf(type);
    if (made?.op === 'array' || made?.op === 'promise') return this.library.member(type, name);
    if (made?.op === 'union') return this.each(type, (part) => this.member(part, name));
    const symbols = this.members.lists.symbols(this.members.find(type, name, false));
    return this.table.union(symbols.map((symbol) => this.symbolTypes.value(symbol)));
  }

  /** @param term a `function`, or what is evaluated to one */
  parameterOf(module: number, term: number, position: number): Type {
    if (this.opOf(module, term) !== 'function') return this.parameter(this.of(module, term), position);
    let list = this.word(module, term, TERM.B);
    for (let at = 0; at < position && list > 0; at++) list = this.word(module, list, TERM.B);
    return list > 0 ? this.of(module, this.word(module, list, TERM.A)) : UNKNOWN;
  }

  private parameter(type: Type, position: number): Type {
    if (isSymbolValue(type)) return this.symbolTypes.parameter(symbolOfType(type), position);
    const made = this.table.partsOf(type);
    if (made?.op === 'function') return this.parameterOf(made.module, made.term, position);
    if (made?.op === 'library-method' || made?.op === 'library-callback') return this.library.parameter(made, position);
    return UNKNOWN;
  }

  private called(type: Type): Type {
    if (isSymbolValue(type)) {
      const symbol = symbolOfType(type);
      return this.context.externals.has(symbol) ? UNKNOWN : this.symbolTypes.returned(symbol);
    }
    const made = this.table.partsOf(type);
    if (made?.op === 'library-method') return this.library.call(made);
    if (made?.op !== 'function') return UNKNOWN;
    const given = this.word(made.module, made.term, TERM.A);
    return given > 0 ? this.of(made.module, given) : UNKNOWN;
  }

  private heldBy(op: 'array' | 'promise', type: Type): Type {
    const made = this.table.partsOf(type);
    return made?.op === op ? made.of : UNKNOWN;
  }

  private each(type: Type, typeOf: (part: Type) => Type): Type {
    const made = this.table.partsOf(type);
    return made?.op === 'union' ? this.table.union(made.parts.map(typeOf)) : typeOf(type);
  }

  private thisOf(symbol: number): Type {
    return this.context.symbols.kinds[symbol] === CLASS ? instanceType(symbol) : valueType(symbol);
  }

  private namespaceAt(module: number, site: number): Type {
    const { names } = this.context.symbols;
    const entry = this.context.exports.lookup.atSite(module, site, names.numberOf('*'));
    return this.meaning(this.context.exports.of(entry)[0]);
  }

  /** The value of what an exported or imported name leads to. */
  meaning(meaning: number): Type {
    if (meaning >= 0) return this.symbolTypes.value(meaning);
    return meaning === -1 ? UNKNOWN : this.of(...this.context.exports.declared.termOf(meaning));
  }

  symbolAt(module: number, declaration: number): number {
    const { declarationBases, symbolOfDeclaration } = this.context.symbols;
    return symbolOfDeclaration[(declarationBases[module] ?? 0) + declaration] ?? NO_SYMBOL;
  }
}
