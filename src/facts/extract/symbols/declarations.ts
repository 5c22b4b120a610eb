import { SYMBOL_KINDS, type SymbolKind } from '../../../base/symbol-kinds.ts';
import { DECLARATION, DECLARED_STATIC } from '../../symbol-records.ts';
import { PairTable } from './pair-table.ts';
import { Places } from './places.ts';
import { WordRows } from './word-rows.ts';

/** Different symbols of one name in one place: a value, a type and a static member are three, and more are mistakes. */
const MOST_OF_A_NAME = 8;

/** No declaration: the module itself. */
export const NO_DECLARATION = -1;

export interface NewDeclaration {
  readonly kind: SymbolKind;
  /** A string of the file. */
  readonly name: number;
  readonly parent: number;
  /** Bits DECLARED_… */
  readonly flags: number;
  /** The node whose descendants it holds. */
  readonly node: number;
}

/** The declarations of one file at a time, and which of them are one symbol. */
export class Declarations {
  readonly rows = new WordRows(DECLARATION.WORDS);
  /** The node of each: what stands in it, the declaration holds. */
  readonly nodes: number[] = [];
  readonly kinds: SymbolKind[] = [];
  /** Whether there are enums or namespaces, in which a name may be that of a member. */
  hasContainers = false;
  /** Declarations by the class, interface, object literal or exported expression that they are. */
  readonly byNode = new Map<number, number>();
  readonly places = new Places();
  private readonly named = new PairTable();
  /** By the pair of a container and a name: declarations of different symbols. */
  private readonly symbols: number[][] = [];

  clear(): void {
    this.rows.clear();
    this.nodes.length = 0;
    this.kinds.length = 0;
    this.hasContainers = false;
    this.byNode.clear();
    this.places.clear();
    this.named.clear();
    this.symbols.length = 0;
  }

  get count(): number {
    return this.rows.count;
  }

  add({ kind, name, parent, flags, node }: NewDeclaration): number {
    const declaration = this.rows.push(name, SYMBOL_KINDS.indexOf(kind), parent + 1, 0, flags);
    this.nodes.push(node);
    this.kinds.push(kind);
    this.hasContainers ||= kind === 'enum' || kind === 'namespace';
    this.rows.set(declaration, DECLARATION.SYMBOL, this.symbolOf(declaration, name, parent));
    return declaration;
  }

  addFlag(declaration: number, flag: number): void {
    this.rows.set(declaration, DECLARATION.FLAGS, this.rows.get(declaration, DECLARATION.FLAGS) | flag);
  }

  symbol(declaration: number): number {
    return this.rows.get(declaration, DECLARATION.SYMBOL);
  }

  /** The members of that name which a declaration's symbol has: one for each symbol. */
  members(parent: number, name: number): readonly number[] {
    return this.symbols[this.named.find(this.container(parent), name)] ?? [];
  }

  private container(parent: number): number {
    return parent === NO_DECLARATION ? 0 : this.symbol(parent) + 1;
  }

  private symbolOf(declaration: number, name: number, parent: number): number {
    const pair = this.named.add(this.container(parent), name);
    if (pair === this.symbols.length) this.symbols.push([]);
    const known = this.symbols[pair];
    const first = known?.find((earlier) => this.isOneSymbol(earlier, declaration));
    if (first === undefined && known && known.length < MOST_OF_A_NAME) known.push(declaration);
    return first ?? declaration;
  }

  private isOneSymbol(earlier: number, later: number): boolean {
    const flags = this.rows.get(earlier, DECLARATION.FLAGS) ^ this.rows.get(later, DECLARATION.FLAGS);
    if ((flags & DECLARED_STATIC) !== 0) return false;
    const [one, two] = [this.kinds[earlier] as SymbolKind, this.kinds[later] as SymbolKind];
    return (MERGES[one] ?? NONE).includes(two);
  }
}

const NONE: readonly SymbolKind[] = [];

/** What TypeScript merges: with a first declaration of the one kind, a later one of the others is the same symbol. */
const MERGES: Partial<Record<SymbolKind, readonly SymbolKind[]>> = {
  function: ['function', 'namespace'],
  property: ['property'],
  method: ['method'],
  constructor: ['constructor'],
  accessor: ['accessor'],
  class: ['namespace', 'interface'],
  interface: ['interface', 'class'],
  enum: ['enum', 'namespace'],
  namespace: ['namespace', 'function', 'class', 'enum'],
};
