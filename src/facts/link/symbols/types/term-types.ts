import { NO_SYMBOL, TERM } from '../../../symbol-records.ts';
import { NO_MEANING } from '../exports/declared-meanings.ts';
import { CLASS, INTERFACE } from '../meanings.ts';
import { appliedType } from './applied-types.ts';
import type { Arguments } from './call-arguments.ts';
import { CallTypes } from './call-types.ts';
import { ConditionalTypes } from './conditional-types.ts';
import { type Environment, NO_ENVIRONMENT } from './environments.ts';
import { HeldTypes } from './held-types.ts';
import { MemberLookup } from './member-lookup.ts';
import { MemberTypes } from './member-types.ts';
import { namedType } from './named-types.ts';
import { OpenTerms } from './open-terms.ts';
import { Shapes } from './shapes.ts';
import { SymbolTypes } from './symbol-types.ts';
import { TermColumns } from './term-columns.ts';
import type { TypeContext } from './type-context.ts';
import { TypeParameters } from './type-parameters.ts';
import { instanceType, type Type, TypeTable, UNKNOWN, valueType } from './type-table.ts';

/** How far a type is followed from declaration to declaration: what lies deeper is not known. */
const MOST_STEPS = 200;

/** Evaluations of terms with type arguments, in a project: behind them, nothing more is known of such. */
const MOST_EVALUATIONS = 4_000_000;

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
  readonly memberTypes: MemberTypes;
  readonly held: HeldTypes;
  private readonly conditionals: ConditionalTypes;
  readonly open: OpenTerms;
  private readonly context: TypeContext;
  private readonly bases: Uint32Array;
  private readonly known: Int32Array;
  private readonly knownIn = new Map<number, Type>();
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
    this.memberTypes = new MemberTypes(this);
    this.held = new HeldTypes(context, this);
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
        return this.memberTypes.of(operand(), this.columns.name(module, term));
      case 'element':
        return this.held.element(operand());
      case 'at':
        return this.held.at(operand(), this.columns.b(module, term));
      case 'await':
        return this.held.awaited(operand());
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
        return appliedType(this.context, this, module, term, environment);
      case 'index':
        return this.memberTypes.at(operand(), second());
      case 'key-of':
      case 'record':
        return this.table.holder(this.columns.op(module, term) as 'key-of' | 'record', operand());
      case 'mapped':
        return this.table.mapped(this.memberTypes.keyed(operand()), module, term, environment);
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
