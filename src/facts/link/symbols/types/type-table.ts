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
  | { readonly op: 'array' | 'promise'; readonly of: Type }
  /** A `function` term. */
  | { readonly op: 'function'; readonly module: number; readonly term: number }
  | { readonly op: 'union' | 'all-of'; readonly parts: readonly Type[] }
  | LibraryPart;

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

/** Types that are made of others: equal ones are one number, but for functions. */
export class TypeTable {
  private readonly made: MadeOf[] = [];
  private readonly numbers = new Map<string, Type>();

  /** What a type is made of; null for a symbol's, the unknown and the foreign. */
  partsOf(type: Type): MadeOf | null {
    return type < 0 ? (this.made[-type - 1] ?? null) : null;
  }

  array(of: Type): Type {
    return this.numberOf(`a${of}`, { op: 'array', of });
  }

  promise(of: Type): Type {
    return this.numberOf(`p${of}`, { op: 'promise', of });
  }

  function(module: number, term: number): Type {
    return -this.made.push({ op: 'function', module, term });
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
    if (types.length < 2 || (types.length === 2 && first === second)) return first;
    const flat = types.flatMap((type) => {
      const made = this.partsOf(type);
      return made?.op === op ? made.parts : [type];
    });
    const parts = [...new Set(flat)].filter((type) => type !== UNKNOWN).sort((a, b) => a - b);
    const [only = UNKNOWN] = parts;
    if (parts.length < 2) return only;
    if (parts.length > MOST_PARTS) return UNKNOWN;
    return this.numberOf(`${op}${parts.join()}`, { op, parts });
  }

  private numberOf(key: string, made: MadeOf): Type {
    let type = this.numbers.get(key);
    if (type === undefined) {
      type = -this.made.push(made);
      this.numbers.set(key, type);
    }
    return type;
  }
}
