import { EdgeList } from './edge-list.ts';

/** What linking finds, module by module in their order: who uses what, what is exported, and what nobody can say the meaning of. */
export class ModuleLinks {
  readonly edges: EdgeList = new EdgeList();
  /** For each use of which nobody can say what it means, the number of the name. */
  readonly unknown: number[] = [];
  /** Numbers of exported names, and the symbols that they lead to. */
  readonly exportedNames: number[] = [];
  readonly exportedSymbols: number[] = [];
  /** Where the rows of each module end, in the three of them. */
  readonly ends: {
    readonly edges: Uint32Array;
    readonly unknown: Uint32Array;
    readonly exported: Uint32Array;
  };

  constructor(modules: number) {
    const column = () => new Uint32Array(modules);
    this.ends = { edges: column(), unknown: column(), exported: column() };
  }

  addExport(name: number, symbol: number): void {
    this.exportedNames.push(name);
    this.exportedSymbols.push(symbol);
  }

  /** Takes back what there is of the module so far. */
  beginAgain(module: number): void {
    const startOf = (ends: Uint32Array): number => (module === 0 ? 0 : (ends[module - 1] ?? 0));
    this.edges.length = startOf(this.ends.edges);
    this.unknown.length = startOf(this.ends.unknown);
    this.exportedNames.length = this.exportedSymbols.length = startOf(this.ends.exported);
  }

  endModule(module: number): void {
    this.ends.edges[module] = this.edges.length;
    this.ends.unknown[module] = this.unknown.length;
    this.ends.exported[module] = this.exportedNames.length;
  }
}
