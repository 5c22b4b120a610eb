import { HERITAGE_INDEXED, NO_SYMBOL, TERM } from '../../../symbol-records.ts';
import { NO_MEANING } from '../exports/declared-meanings.ts';
import { CLASS, INTERFACE } from '../meanings.ts';
import { type Arguments, CallTypes } from './call-types.ts';
import { ConditionalTypes } from './conditional-types.ts';
import { type Environment, NO_ENVIRONMENT } from './environments.ts';
import { ABSENT, ELSEWHERE, isFound } from './found-members.ts';
import { MemberLookup } from './member-lookup.ts';
import { namedSymbol, namedType } from './named-types.ts';
import { OpenTerms } from './open-terms.ts';
import { Shapes } from './shapes.ts';
import { SymbolTypes } from './symbol-types.ts';
import { TermColumns } from './term-columns.ts';
import type { TypeContext } from './type-context.ts';
import { TypeParameters } from './type-parameters.ts';
import {
  FOREIGN,
  instanceType,
  isSymbolValue,
  type Mapped,
  symbolOfType,
  type Type,
  TypeTable,
  UNKNOWN,
  valueType,
} from './type-table.ts';

/** How far a type is followed from declaration to declaration: what lies deeper is not known. */
const MOST_STEPS = 200;

/** Evaluations of terms with type arguments, in a project: behind them, nothing more is known of such. */
const MOST_EVALUATIONS = 4_000_000;

const MOST_NAMES = 2 ** 24;
/** Types that are looked at behind one for an index signature. */
const MOST_BASES = 32;

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
  readonly parameters: TypeParameters;
  readonly shapes: Shapes;
  private readonly conditionals: ConditionalTypes;
  private readonly open: OpenTerms;
  private readonly context: TypeContext;
  private readonly bases: Uint32Array;
  private readonly known: Int32Array;
  private readonly knownIn = new Map<number, Type>();
  private readonly inheritedMembers = new Map<number, Type>();
  private steps = 0;
  private evaluations = 0;

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
    this.parameters = new TypeParameters(context.symbols, this);
    this.shapes = new Shapes(this);
    this.conditionals = new ConditionalTypes(this);
    this.open = new OpenTerms(context.symbols, this);
  }

  /** @param environment what the type parameters in it stand for */
  of(module: number, term: number, environment: Environment = NO_ENVIRONMENT): Type {
    if (environment !== NO_ENVIRONMENT && this.open.has(module, term)) return this.ofIn(module, term, environment);
    const at = (this.bases[module] ?? 0) + term;
    const known = this.known[at] ?? UNKNOWN;
    if (known !== NOT_YET) return known === OPEN ? UNKNOWN : known;
    if (this.steps >= MOST_STEPS) return UNKNOWN;
    this.known[at] = OPEN;
    this.steps++;
    const type = this.evaluate(module, term, NO_ENVIRONMENT);
    this.steps--;
    this.known[at] = type;
    return type;
  }

  private ofIn(module: number, term: number, environment: Environment): Type {
    const key = environment * (this.known.length + 1) + (this.bases[module] ?? 0) + term;
    const known = this.knownIn.get(key);
    if (known !== undefined) return known;
    if (this.steps >= MOST_STEPS || this.evaluations >= MOST_EVALUATIONS) return UNKNOWN;
    this.evaluations++;
    // Needed while it is found out, it is unknown there.
    this.knownIn.set(key, UNKNOWN);
    this.steps++;
    const type = this.evaluate(module, term, environment);
    this.steps--;
    this.knownIn.set(key, type);
    return type;
  }

  /** What an operand names as a type. */
  named(module: number, term: number, environment: Environment): Type {
    return namedType(this.context, this, module, term, environment);
  }

  /** The types of a `list` of terms. */
  listed(module: number, list: number, environment: Environment): Type[] {
    return this.columns.list(module, list).map((term) => (term > 0 ? this.of(module, term, environment) : UNKNOWN));
  }

  /** What the index signature of a symbol's type gives, its own or the nearest that it rests on. */
  private indexedBy(type: Type): Type {
    const seen = new Set([type]);
    for (const at of seen) {
      const own = this.table.unbound(at);
      const symbol = symbolOfType(own);
      if (own > FOREIGN && !this.context.externals.has(symbol)) {
        const [term] = this.members.heritage.termsOf(symbol, HERITAGE_INDEXED);
        const module = this.context.symbols.modules[symbol] ?? 0;
        if (term !== undefined) return this.of(module, term, this.table.environmentOf(at));
      }
      if (seen.size < MOST_BASES) for (const behind of this.members.behind(at)) seen.add(behind);
    }
    return UNKNOWN;
  }

  /** What a member of it is. */
  member(type: Type, name: number): Type {
    const made = this.table.partsOf(type);
    switch (made?.op) {
      case 'array':
      case 'promise':
        return this.calls.library.member(type, name);
      case 'union':
      case 'all-of':
        return this.table.union(made.parts.map((part) => this.member(part, name)));
      case 'record':
        return made.of;
      case 'shape':
        return this.shapes.member(made, name);
      case 'mapped':
        return this.mappedMember(made, name);
      case 'type-parameter':
        return this.member(this.parameters.constraint(type), name);
    }
    const found = this.members.find(type, name, false);
    if (found >= 0) return this.symbolTypes.value(found);
    const members = this.members.lists.members(found);
    if (members.length > 0) {
      return this.table.union(members.map(({ symbol, environment }) => this.symbolTypes.value(symbol, environment)));
    }
    return found === ABSENT ? UNKNOWN : this.inherited(type, name);
  }

  /** What is behind a symbol's type without being a symbol: a part of an alias, or of what is extended. */
  private inherited(type: Type, name: number): Type {
    const key = type * MOST_NAMES + name;
    let inherited = this.inheritedMembers.get(key);
    if (inherited === undefined) {
      if (this.steps >= MOST_STEPS) return UNKNOWN;
      this.inheritedMembers.set(key, UNKNOWN);
      this.steps++;
      inherited = this.table.union(this.members.behind(type).map((base) => this.member(base, name)));
      this.steps--;
      this.inheritedMembers.set(key, inherited);
    }
    return inherited;
  }

  private mappedMember({ of, module, term, environment }: Mapped, name: number): Type {
    const [parameter = 0, each = 0] = this.columns.list(module, this.columns.b(module, term));
    if (each === 0) return UNKNOWN;
    if (of !== UNKNOWN && !this.has(of, name)) return UNKNOWN;
    const binding = [this.of(module, parameter), this.table.literal(name)] as const;
    return this.of(module, each, this.table.environments.with(environment, [binding]));
  }

  private has(type: Type, name: number): boolean {
    const found = this.members.find(type, name, false);
    return isFound(found) || found === ELSEWHERE;
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

  private evaluate(module: number, term: number, environment: Environment): Type {
    const a = this.columns.a(module, term);
    const operand = (): Type => this.of(module, a, environment);
    const second = (): Type => this.of(module, this.columns.b(module, term), environment);
    const given = (call: number): Arguments => ({ module, list: this.columns.b(module, call), environment });
    switch (this.columns.op(module, term)) {
      case 'declared':
        return this.symbolTypes.value(this.symbolAt(module, a));
      case 'imported':
        return this.meaning(this.context.imports.of(module, a)[0]);
      case 'this':
        return this.thisOf(this.symbolAt(module, a), environment);
      case 'super':
        return this.table.union(this.members.heritage.extended(this.thisOf(this.symbolAt(module, a), environment)));
      case 'static-this':
        return valueType(this.symbolAt(module, a));
      case 'object': {
        const symbol = this.symbolAt(module, a);
        return this.symbolTypes.boundTo(symbol, valueType(symbol), environment);
      }
      case 'namespace':
        return this.namespaceAt(module, a);
      case 'new':
        return this.each(operand(), (type) => this.calls.made(type, given(term)));
      case 'call':
        return this.each(operand(), (type) => this.calls.called(type, given(term)));
      case 'member':
      case 'key':
        return this.member(operand(), this.columns.name(module, term));
      case 'element':
        return this.each(operand(), (type) => this.elementOf(type));
      case 'at':
        return this.at(operand(), this.columns.b(module, term));
      case 'await':
        return this.awaited(operand());
      case 'parameter':
        return this.each(operand(), (type) => this.calls.parameter(type, this.columns.b(module, term)));
      case 'argument':
        return this.each(this.of(module, this.columns.a(module, a), environment), (type) =>
          this.columns.op(module, a) === 'new'
            ? this.calls.constructed(type, this.columns.b(module, term), given(a))
            : this.calls.parameter(type, this.columns.b(module, term), given(a)),
        );
      case 'function':
      case 'shape':
        return this.table.ofTerm(this.columns.op(module, term) as 'function' | 'shape', module, term, environment);
      case 'generic':
        if (this.columns.op(module, a) !== 'function') return operand();
        return this.table.ofTerm('function', module, term, environment);
      case 'type-parameter':
        return this.parameterType(module, term, environment);
      case 'applied':
        return this.applied(module, term, environment);
      case 'index':
        return this.indexed(operand(), second());
      case 'key-of':
      case 'record':
        return this.table.holder(this.columns.op(module, term) as 'key-of' | 'record', operand());
      case 'mapped':
        return this.table.mapped(this.keyed(operand()), module, term, environment);
      case 'conditional':
        return this.conditionals.of(module, term, environment);
      case 'literal':
        return this.table.literal(this.context.symbols.names.of(module, a));
      case 'tuple':
        return this.table.tuple(this.listed(module, a, environment));
      case 'rest':
        return operand();
      case 'property':
        return UNKNOWN;
      case 'instance':
        return this.named(module, a, environment);
      case 'array':
        return this.table.array(operand());
      case 'promise':
        return this.table.promise(operand());
      case 'union':
        return this.table.union([operand(), second()]);
      case 'all-of':
        return this.table.allOf([operand(), second()]);
      case 'type-of':
        return operand();
      case 'list':
      case 'unknown':
        return UNKNOWN;
    }
  }

  /** A type parameter: what it stands for, else itself. */
  private parameterType(module: number, term: number, environment: Environment): Type {
    const parameter = this.table.ofTerm('type-parameter', module, term, NO_ENVIRONMENT);
    return this.table.environments.get(environment, parameter) ?? parameter;
  }

  /** What is generic with types for its parameters. */
  private applied(module: number, term: number, environment: Environment): Type {
    const { columns, table, parameters } = this;
    const a = columns.a(module, term);
    const types = this.listed(module, columns.b(module, term), environment);
    switch (columns.op(module, a)) {
      case 'instance': {
        const symbol = namedSymbol(this.context, this, module, columns.a(module, a));
        return symbol === NO_SYMBOL ? this.of(module, a, environment) : this.symbolTypes.applied(symbol, types);
      }
      case 'generic':
        if (columns.op(module, columns.a(module, a)) !== 'function') {
          const own = parameters.inList(module, columns.b(module, a));
          return this.of(module, columns.a(module, a), parameters.bind(own, types, environment));
        }
    }
    return this.each(this.of(module, a, environment), (type) => {
      const own = table.unbound(type);
      if (isSymbolValue(own) && this.context.symbols.kinds[symbolOfType(own)] === CLASS) {
        return table.bound(own, parameters.boundBy(symbolOfType(own), types));
      }
      const made = this.calls.signatures.called(type).map((signature) => {
        const inner = parameters.bind(signature.parameters, types, signature.environment);
        return table.ofTerm('function', signature.module, signature.term, inner);
      });
      return made.length === 0 ? type : table.union(made);
    });
  }

  /** `T[K]`: of a key that is not known, nothing. */
  private indexed(type: Type, key: Type): Type {
    const made = this.table.partsOf(key);
    if (made?.op === 'literal') return this.member(type, made.name);
    if (made?.op === 'union') return this.table.union(made.parts.map((part) => this.indexed(type, part)));
    const object = this.table.partsOf(type);
    return object?.op === 'record' || object?.op === 'array' ? object.of : UNKNOWN;
  }

  /** What has the names that a mapped type runs over, where that is said: `keyof T`, or what extends it. */
  private keyed(keys: Type): Type {
    const made = this.table.partsOf(keys);
    if (made?.op === 'key-of') return made.of;
    return made?.op === 'type-parameter' ? this.keyed(this.parameters.constraint(keys)) : UNKNOWN;
  }

  /** What it holds, where it is such a holder; else UNKNOWN. */
  heldBy(op: 'array' | 'promise' | 'record', type: Type): Type {
    const made = this.table.partsOf(type);
    if (op === 'array' && made?.op === 'tuple') return this.table.union(made.parts);
    return made?.op === op ? made.of : UNKNOWN;
  }

  awaited(promise: Type): Type {
    return this.each(promise, (type) =>
      this.table.partsOf(type)?.op === 'promise' ? this.heldBy('promise', type) : type,
    );
  }

  /** What an array or tuple has at a position. */
  at(type: Type, position: number): Type {
    return this.each(type, (part) => {
      const made = this.table.partsOf(part);
      return made?.op === 'tuple' ? (made.parts[position] ?? UNKNOWN) : this.elementOf(part);
    });
  }

  private elementOf(type: Type): Type {
    const made = this.table.partsOf(type);
    if (made?.op === 'type-parameter') return this.elementOf(this.parameters.constraint(type));
    return this.heldBy('array', type) || this.heldBy('record', type) || this.indexedBy(type);
  }

  each(type: Type, typeOf: (part: Type) => Type): Type {
    const made = this.table.partsOf(type);
    return made?.op === 'union' ? this.table.union(made.parts.map(typeOf)) : typeOf(type);
  }

  private thisOf(symbol: number, environment: Environment): Type {
    const kind = this.context.symbols.kinds[symbol];
    const type = kind === CLASS || kind === INTERFACE ? instanceType(symbol) : valueType(symbol);
    return this.symbolTypes.boundTo(symbol, type, environment);
  }

  private namespaceAt(module: number, site: number): Type {
    const entry = this.context.exports.lookup.atSite(module, site, this.context.symbols.names.numberOf('*'));
    return this.meaning(this.context.exports.of(entry)[0]);
  }
}
