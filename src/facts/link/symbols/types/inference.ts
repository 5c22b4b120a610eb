import { NO_ARGUMENTS } from './arguments.ts';
import type { TermTypes } from './term-types.ts';
import { FOREIGN, isInstance, type MadeOf, type Type, UNKNOWN } from './type-table.ts';

/** How deep types are compared, and how many are in one comparison. */
const DEEPEST = 8;
const MOST_STEPS = 400;
/** Types that are looked at behind one, for what another is an instance of. */
const MOST_BASES = 64;

/** What type parameters stand for, from a type that is declared with them and the type of what is given for it. */
export class Inference {
  private readonly terms: TermTypes;
  private depth = 0;
  private steps = 0;

  constructor(terms: TermTypes) {
    this.terms = terms;
  }

  /** @param found the type parameters that are looked for, and UNKNOWN or what is known of them already: gets what is found */
  match(declared: Type, given: Type, found: Map<Type, Type>): void {
    const { depth, steps } = this;
    // One within another, for a type that has to be found out meanwhile, has its own limits: what it comes to does not rest on who asks.
    this.depth = 0;
    this.steps = 0;
    this.follow(declared, given, found);
    this.depth = depth;
    this.steps = steps;
  }

  private follow(declared: Type, given: Type, found: Map<Type, Type>): void {
    if (declared === UNKNOWN || given === UNKNOWN || declared === given || declared === FOREIGN) return;
    if (this.depth >= DEEPEST || this.steps++ >= MOST_STEPS) return;
    this.depth++;
    this.matchOne(declared, given, found);
    this.depth--;
  }

  private matchOne(declared: Type, given: Type, found: Map<Type, Type>): void {
    const { table } = this.terms;
    const known = found.get(declared);
    if (known !== undefined) {
      found.set(declared, table.union([known, given]));
      return;
    }
    const made = table.partsOf(declared);
    if (made === null) return;
    switch (made.op) {
      case 'array':
      case 'promise':
      case 'record':
        this.follow(made.of, this.terms.held.by(made.op, given), found);
        break;
      case 'union':
        this.matchUnion(made.parts, given, found);
        break;
      case 'all-of':
        for (const part of made.parts) this.follow(part, given, found);
        break;
      case 'tuple':
        made.parts.forEach((part, position) => {
          this.follow(part, this.terms.held.at(given, position), found);
        });
        break;
      case 'bound':
        this.matchBound(declared, given, found);
        break;
      case 'shape':
        this.matchFunctions(declared, given, found);
        for (const name of this.terms.shapes.names(made)) this.matchMember(declared, given, name, found);
        break;
      case 'function':
        this.matchFunctions(declared, given, found);
        break;
      default:
        break;
    }
  }

  /** A type parameter alone takes what no other part does. */
  private matchUnion(parts: readonly Type[], given: Type, found: Map<Type, Type>): void {
    const { table } = this.terms;
    const alone = parts.filter((part) => found.has(part));
    const others = parts.filter((part) => !found.has(part));
    const made = table.partsOf(given);
    for (const each of made?.op === 'union' ? made.parts : [given]) {
      const taker = others.filter((part) => this.isOfKind(part, each));
      for (const part of taker) this.follow(part, each, found);
      if (taker.length === 0) for (const part of alone) this.follow(part, each, found);
    }
  }

  /** Whether both are arrays, promises, functions or of one symbol: what the one is can be read from the other. */
  private isOfKind(declared: Type, given: Type): boolean {
    if (declared === given) return true;
    const { table, calls } = this.terms;
    const [one, other] = [table.partsOf(declared), table.partsOf(given)];
    if (one?.op === 'array' || one?.op === 'promise' || one?.op === 'record' || one?.op === 'tuple') {
      return one.op === other?.op || (one.op === 'array' && other?.op === 'tuple');
    }
    if (one?.op === 'function') return calls.signatures.called(given).length > 0;
    if (one?.op === 'bound') return this.asSymbol(given, one.of) !== null || other?.op === 'shape';
    return one?.op === 'shape' && other?.op === 'shape';
  }

  private matchBound(declared: Type, given: Type, found: Map<Type, Type>): void {
    const { table, shapes } = this.terms;
    const { environments } = table;
    const same = this.asSymbol(given, table.unbound(declared));
    if (same !== null) {
      for (const [parameter, type] of environments.in(table.environmentOf(declared))) {
        const other = environments.get(table.environmentOf(same), parameter);
        if (other !== undefined) this.follow(type, other, found);
      }
      return;
    }
    const made = table.partsOf(given);
    this.matchFunctions(declared, given, found);
    for (const shape of partsOf(made, (type) => table.partsOf(type))) {
      if (shape.op === 'shape') for (const name of shapes.names(shape)) this.matchMember(declared, given, name, found);
    }
  }

  private matchMember(declared: Type, given: Type, name: number, found: Map<Type, Type>): void {
    this.follow(this.terms.memberTypes.of(declared, name), this.terms.memberTypes.of(given, name), found);
  }

  /** What the one gives and takes is what the other does. */
  private matchFunctions(declared: Type, given: Type, found: Map<Type, Type>): void {
    const { calls, columns, table } = this.terms;
    const made = table.partsOf(given);
    if (made?.op === 'union') {
      for (const part of made.parts) this.matchFunctions(declared, part, found);
      return;
    }
    const [built] = calls.signatures.made(declared);
    if (built) this.follow(calls.returnedBy(built), calls.made(given, NO_ARGUMENTS), found);
    const [one] = calls.signatures.called(declared);
    const [other] = calls.signatures.called(given);
    if (!one || !other) return;
    this.follow(calls.returnedBy(one), calls.called(given), found);
    const count = Math.min(columns.list(one.module, columns.b(one.module, one.term)).length, DEEPEST);
    for (let position = 0; position < count; position++) {
      const type = calls.parameterIn(one, position, one.environment);
      if (found.get(type) === UNKNOWN || this.terms.table.partsOf(type) !== null)
        this.follow(type, calls.parameterIn(other, position, other.environment), found);
    }
  }

  /** A type as what it is of this symbol: itself, or what it rests on; null where it is none. */
  asSymbol(type: Type, symbolType: Type): Type | null {
    const { table, members } = this.terms;
    const seen = new Set<Type>([type]);
    for (const at of seen) {
      if (table.unbound(at) === symbolType) return at;
      if (seen.size > MOST_BASES) return null;
      const made = table.partsOf(at);
      const isSymbols = made === null || made.op === 'bound';
      const behind = isSymbols ? members.behind(at) : made.op === 'all-of' ? made.parts : [];
      for (const base of behind) seen.add(base);
      if (isSymbols && isInstance(table.unbound(at)))
        for (const base of members.heritage.implemented(at)) seen.add(base);
    }
    return null;
  }
}

function partsOf(made: MadeOf | null, find: (type: Type) => MadeOf | null): MadeOf[] {
  if (made?.op !== 'all-of') return made ? [made] : [];
  return made.parts.flatMap((part) => find(part) ?? []);
}
