import { type Environment, Environments, NO_ENVIRONMENT } from './environments.ts';

/**
 * What is known of a value, as a number. From 2 on it is a symbol: something of its type (even) or the symbol itself (odd). Below 0 it is made of others, see
 * {@link TypeTable}.
 */
export type Type = number;

/** Nothing is known. */
export const UNKNOWN: Type = 0;
/** Something of the language or another package: its members are not of this project. */
export const FOREIGN: Type = 1;

export const instanceType = (symbol: number): Type => 2 + 2 * symbol;
export const valueType = (symbol: number): Type => 3 + 2 * symbol;
export const isInstance = (type: Type): boolean => type > FOREIGN && type % 2 === 0;
export const isSymbolValue = (type: Type): boolean => type > FOREIGN && type % 2 === 1;
/** Of a type that is a symbol's. */
export const symbolOfType = (type: Type): number => (type - 2) >>> 1;

export type MadeOf =
  | { readonly op: 'array' | 'promise' | 'record' | 'key-of'; readonly of: Type }
  | TermMade
  | Mapped
  | { readonly op: 'union' | 'all-of' | 'tuple'; readonly parts: readonly Type[] }
  /** A symbol's type, with what the type parameters in it stand for. */
  | { readonly op: 'bound'; readonly of: Type; readonly environment: Environment }
  /** The name as a number. */
  | { readonly op: 'literal'; readonly name: number }
  | LibraryPart;

/** What a term says, where type parameters stand for something: a `function` (or `generic` one), a `shape`, a `type-parameter` itself. */
export interface TermMade {
  readonly op: 'function' | 'shape' | 'type-parameter';
  readonly module: number;
  readonly term: number;
  readonly environment: Environment;
}

/** A `mapped` term, and what has the members. */
export interface Mapped {
  readonly op: 'mapped';
  readonly of: Type;
  readonly module: number;
  readonly term: number;
  readonly environment: Environment;
}

/** A method of the standard library, and a function that is passed to one. */
export interface LibraryPart {
  readonly op: 'library-method' | 'library-callback';
  /** What it is a method of. */
  readonly of: Type;
  /** The number of its name. */
  readonly name: number;
}

/** More ways in which a value can be are not kept apart. */
const MOST_PARTS = 8;

/** Types with arguments in arguments: what nests deeper is not known. So every chain of types that make each other larger ends. */
const DEEPEST = 8;

/** Types that are made of others: equal ones are one number, but for functions. */
export class TypeTable {
  readonly environments: Environments = new Environments();
  private readonly made: MadeOf[] = [];
  private readonly depths: number[] = [];
  private readonly numbers = new Map<string, Type>();

  /** What a type is made of; null for a symbol's, the unknown and the foreign. */
  partsOf(type: Type): MadeOf | null {
    return type < 0 ? (this.made[-type - 1] ?? null) : null;
  }

  array(of: Type): Type {
    return this.holder('array', of);
  }

  promise(of: Type): Type {
    return this.holder('promise', of);
  }

  holder(op: 'array' | 'promise' | 'record' | 'key-of', of: Type): Type {
    return this.numberOf(`${op}${of}`, { op, of });
  }

  tuple(parts: readonly Type[]): Type {
    return this.numberOf(`t${parts.join()}`, { op: 'tuple', parts });
  }

  literal(name: number): Type {
    return this.numberOf(`l${name}`, { op: 'literal', name });
  }

  ofTerm(op: TermMade['op'], module: number, term: number, environment: Environment): Type {
    return this.numberOf(`${op}${module} ${term} ${environment}`, { op, module, term, environment });
  }

  mapped(of: Type, module: number, term: number, environment: Environment): Type {
    return this.numberOf(`m${of} ${module} ${term} ${environment}`, { op: 'mapped', of, module, term, environment });
  }

  /** @param of a symbol's type */
  bound(of: Type, environment: Environment): Type {
    if (environment === NO_ENVIRONMENT) return of;
    // One that nests too deep is still of its symbol.
    return this.numberOf(`b${of} ${environment}`, { op: 'bound', of, environment }) || of;
  }

  /** The symbol's type in one that is bound; any other itself. */
  unbound(type: Type): Type {
    const made = this.partsOf(type);
    return made?.op === 'bound' ? made.of : type;
  }

  environmentOf(type: Type): Environment {
    const made = this.partsOf(type);
    return made && 'environment' in made ? made.environment : NO_ENVIRONMENT;
  }

  library(op: 'library-method' | 'library-callback', of: Type, name: number): Type {
    return this.numberOf(`${op}${of} ${name}`, { op, of, name });
  }

  /** Either of them. What is not known of a value takes nothing away from what is. */
  union(types: readonly Type[]): Type {
    return this.combined('union', types);
  }

  /** All at once. */
  allOf(types: readonly Type[]): Type {
    return this.combined('all-of', types);
  }

  private combined(op: 'union' | 'all-of', types: readonly Type[]): Type {
    const [first = UNKNOWN, second = first] = types;
    if (types.length < 2 || (types.length === 2 && (first === second || second === UNKNOWN))) return first;
    if (types.length === 2 && first === UNKNOWN) return second;
    const flat = types.flatMap((type) => {
      const made = this.partsOf(type);
      return made?.op === op ? made.parts : [type];
    });
    // In the order in which they are said: any order by number would be another one when files come and go.
    const parts = [...new Set(flat)].filter((type) => type !== UNKNOWN);
    const [only = UNKNOWN] = parts;
    if (parts.length < 2) return only;
    if (parts.length > MOST_PARTS) return UNKNOWN;
    return this.numberOf(`${op}${parts.join()}`, { op, parts });
  }

  /** How many types are in one another in it. */
  private depthIn(made: MadeOf): number {
    let deepest = 0;
    const count = (type: Type): void => {
      deepest = Math.max(deepest, this.depthOf(type) + 1);
    };
    if ('environment' in made) for (const [, type] of this.environments.in(made.environment)) count(type);
    if ('parts' in made) made.parts.forEach(count);
    if ('of' in made && made.op !== 'bound') count(made.of);
    return deepest;
  }

  private numberOf(key: string, made: MadeOf): Type {
    let type = this.numbers.get(key);
    if (type === undefined) {
      const depth = this.depthIn(made);
      if (depth > DEEPEST) type = UNKNOWN;
      else {
        type = -this.made.push(made);
        this.depths.push(depth);
      }
      this.numbers.set(key, type);
    }
    return type;
  }

  private depthOf(type: Type): number {
    return type < 0 ? (this.depths[-type - 1] ?? 0) : 0;
  }
}
