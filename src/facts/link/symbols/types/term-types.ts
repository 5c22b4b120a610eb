import { NO_SYMBOL, TERM, TERM_OPS } from '../../../symbol-records.ts';
import { NO_MEANING } from '../exports/declared-meanings.ts';
import { CallTypes } from './call-types.ts';
import { ConditionalTypes } from './conditional-types.ts';
import { Doubts } from './doubts.ts';
import { type Environment, NO_ENVIRONMENT } from './environments.ts';
import { evaluateTerm } from './evaluate-term.ts';
import { HeldTypes } from './held-types.ts';
import { MemberLookup } from './member-lookup.ts';
import { MemberTypes } from './member-types.ts';
import { Memo } from './memo.ts';
import { namedType } from './named-types.ts';
import { OpenTerms } from './open-terms.ts';
import { Shapes } from './shapes.ts';
import { SymbolTypes } from './symbol-types.ts';
import { TermColumns } from './term-columns.ts';
import type { TypeContext } from './type-context.ts';
import { TypeParameters } from './type-parameters.ts';
import { type Type, TypeTable, UNKNOWN } from './type-table.ts';

/** How far a type is followed from declaration to declaration: what lies deeper is not known. */
const MOST_STEPS = 200;

/** Evaluations of terms with type arguments, in a project: behind them, nothing more is known of such. */
const MOST_EVALUATIONS = 4_000_000;

const TYPE_PARAMETER = TERM_OPS.indexOf('type-parameter');
const OPEN = -0x80000000;
const NOT_YET = -0x7fffffff;

/**
 * What terms come to over all files. Each term is evaluated once; one that leads back to itself is not known there (see {@link Doubts}). Nothing is guessed: what a
 * term does not say is UNKNOWN.
 */
export class TermTypes {
  readonly doubts: Doubts = new Doubts();
  readonly table: TypeTable = new TypeTable();
  readonly columns: TermColumns;
  readonly symbolTypes: SymbolTypes;
  readonly calls: CallTypes;
  readonly members: MemberLookup;
  readonly parameters: TypeParameters;
  readonly shapes: Shapes;
  readonly memberTypes: MemberTypes;
  readonly held: HeldTypes;
  readonly conditionals: ConditionalTypes;
  readonly open: OpenTerms;
  readonly context: TypeContext;
  private readonly bases: Uint32Array;
  private readonly known: Int32Array;
  /** Terms of which what is known is in doubt. */
  private readonly doubtful = new Set<number>();
  private readonly knownIn: Memo<number, Type>;
  private steps = 0;
  private deepest = 0;
  /** Of terms with type arguments. */
  evaluations = 0;

  constructor(context: TypeContext) {
    this.context = context;
    this.knownIn = new Memo(this.doubts);
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

  /** Whether what a type is could rest on how near it lay to the question, or on what was asked for before: a limit was met, or nearly. @param evaluationsBefore those on which rests what was kept */
  isLimitedAfter(evaluationsBefore: number): boolean {
    const evaluations = evaluationsBefore + this.evaluations;
    return this.doubts.isLimited || this.deepest > MOST_STEPS / 2 || evaluations > MOST_EVALUATIONS / 2;
  }

  /** @param environment what the type parameters in it stand for */
  of(module: number, term: number, environment: Environment = NO_ENVIRONMENT): Type {
    if (environment !== NO_ENVIRONMENT && this.open.has(module, term)) {
      // To keep what one stands for in each environment takes longer than to look there.
      return this.columns.opNumber(module, term) === TYPE_PARAMETER
        ? evaluateTerm(this, module, term, environment)
        : this.ofIn(module, term, environment);
    }
    const at = (this.bases[module] ?? 0) + term;
    const known = this.known[at] ?? UNKNOWN;
    if (known !== NOT_YET) {
      if (known === OPEN || (this.doubtful.size > 0 && this.doubtful.has(at))) this.doubts.count++;
      return known === OPEN ? UNKNOWN : known;
    }
    if (this.steps >= MOST_STEPS) return this.tooDeep();
    const { count } = this.doubts;
    this.known[at] = OPEN;
    if (++this.steps > this.deepest) this.deepest = this.steps;
    const type = evaluateTerm(this, module, term, NO_ENVIRONMENT);
    this.steps--;
    this.known[at] = type;
    if (this.doubts.count !== count) this.doubt(at);
    return type;
  }

  private ofIn(module: number, term: number, environment: Environment): Type {
    const key = environment * (this.known.length + 1) + (this.bases[module] ?? 0) + term;
    const known = this.knownIn.get(key);
    if (known !== undefined) return known;
    if (this.steps >= MOST_STEPS || this.evaluations >= MOST_EVALUATIONS) return this.tooDeep();
    this.evaluations++;
    return this.knownIn.find(key, UNKNOWN, () => {
      if (++this.steps > this.deepest) this.deepest = this.steps;
      const type = evaluateTerm(this, module, term, environment);
      this.steps--;
      return type;
    });
  }

  private tooDeep(): Type {
    this.doubts.meetLimit();
    return UNKNOWN;
  }

  private doubt(at: number): void {
    this.doubtful.add(at);
    this.doubts.forgetLater(() => {
      this.doubtful.delete(at);
      this.known[at] = NOT_YET;
    });
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

  /** What `typeOf` makes of it; of a union, of each of its parts. */
  each(type: Type, typeOf: (part: Type) => Type): Type {
    const made = this.table.partsOf(type);
    return made?.op === 'union' ? this.table.union(made.parts.map(typeOf)) : typeOf(type);
  }
}
