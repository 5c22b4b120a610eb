import type { Environment } from './environments.ts';
import { Inference } from './inference.ts';
import type { TermTypes } from './term-types.ts';
import { type Type, UNKNOWN } from './type-table.ts';

/** Conditional types in each other. */
const DEEPEST = 16;

/** `A extends B ? C : D`: the branch that is known to be taken, else both. */
export class ConditionalTypes {
  private readonly terms: TermTypes;
  private readonly inference: Inference;
  private depth = 0;

  constructor(terms: TermTypes) {
    this.terms = terms;
    this.inference = new Inference(terms);
  }

  of(module: number, term: number, environment: Environment): Type {
    const { columns, table } = this.terms;
    const [checked = 0, wanted = 0, ...parameters] = columns.list(module, columns.a(module, term));
    const [whenTrue = 0, whenFalse = 0] = columns.list(module, columns.b(module, term));
    if (this.depth >= DEEPEST) {
      this.terms.doubts.meetLimit();
      return UNKNOWN;
    }
    this.depth++;
    const type = checked > 0 ? this.terms.of(module, checked, environment) : UNKNOWN;
    const isParameter = checked > 0 && columns.op(module, checked) === 'type-parameter';
    const parameter = isParameter ? this.terms.of(module, checked) : UNKNOWN;
    const inferred = parameters.map((one) => this.terms.of(module, one));
    const made = table.partsOf(type);
    const results = (isParameter && made?.op === 'union' ? made.parts : [type]).map((part) => {
      const inner =
        isParameter && part !== parameter ? table.environments.with(environment, [[parameter, part]]) : environment;
      const pattern = wanted > 0 ? this.terms.of(module, wanted, inner) : UNKNOWN;
      const { verdict, bound } = this.check(part, pattern, inferred, inner);
      const found: Type[] = [];
      if (verdict !== 'no' && whenTrue > 0) found.push(this.terms.of(module, whenTrue, bound));
      if (verdict !== 'yes' && whenFalse > 0) found.push(this.terms.of(module, whenFalse, inner));
      return table.union(found);
    });
    this.depth--;
    return table.union(results);
  }

  private check(
    type: Type,
    pattern: Type,
    inferred: readonly Type[],
    environment: Environment,
  ): { verdict: 'yes' | 'no' | 'maybe'; bound: Environment } {
    const { table } = this.terms;
    if (type === UNKNOWN || pattern === UNKNOWN) return { verdict: 'maybe', bound: environment };
    const found = new Map<Type, Type>(inferred.map((parameter) => [parameter, UNKNOWN]));
    this.inference.match(pattern, type, found);
    const said = [...found].filter(([, given]) => given !== UNKNOWN);
    const bound = table.environments.with(environment, said);
    return { verdict: this.verdict(type, pattern, inferred), bound };
  }

  /** Whether a type is certainly one of the other, or certainly none. */
  private verdict(type: Type, pattern: Type, inferred: readonly Type[]): 'yes' | 'no' | 'maybe' {
    const { table, calls } = this.terms;
    if (type === pattern || inferred.includes(pattern)) return 'yes';
    const [one, other] = [table.partsOf(type), table.partsOf(pattern)];
    if (one?.op === 'type-parameter' || one?.op === 'union') return 'maybe';
    const isHolder = other?.op === 'array' || other?.op === 'promise';
    if (isHolder && one?.op === other.op) {
      const isFree = inferred.includes(other.of) || other.of === UNKNOWN;
      return isFree || one.op !== other.op ? 'yes' : this.verdict(one.of, other.of, inferred);
    }
    if (isHolder && (one === null || one.op === 'shape' || one.op === 'function' || one.op === 'promise')) {
      return one === null ? 'maybe' : 'no';
    }
    if (other?.op === 'function') {
      if (calls.signatures.called(type).length > 0) return 'yes';
      return one?.op === 'array' || one?.op === 'promise' || one?.op === 'literal' ? 'no' : 'maybe';
    }
    if (other?.op === 'literal' && one?.op === 'literal') return 'no';
    const isSymbol = other === null || other.op === 'bound';
    if (isSymbol && this.inference.asSymbol(type, table.unbound(pattern)) !== null) return 'yes';
    return isSymbol && (one?.op === 'array' || one?.op === 'literal') ? 'no' : 'maybe';
  }
}
