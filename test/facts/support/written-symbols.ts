import { EDGE_KINDS, type EdgeKind } from '../../../src/base/edge-kinds.ts';
import { SYMBOL_KINDS, type SymbolKind, USE_KINDS, type UseKind } from '../../../src/base/symbol-kinds.ts';
import { type FileFacts, SITE } from '../../../src/facts/records.ts';
import {
  DECLARATION,
  EXPORT_DECLARATION,
  EXPORT_IMPORT,
  EXPORT_SITE,
  EXPORT_TERM,
  TARGET_DECLARATION,
  TARGET_IMPORT,
  TARGET_MEMBER,
  TARGET_SITE,
  TARGET_UNKNOWN,
  TERM_OPS,
  type TermOp,
} from '../../../src/facts/symbol-records.ts';

const EXPORT_FROM = { declaration: EXPORT_DECLARATION, import: EXPORT_IMPORT, site: EXPORT_SITE, term: EXPORT_TERM };
const TARGETS = {
  declaration: TARGET_DECLARATION,
  import: TARGET_IMPORT,
  member: TARGET_MEMBER,
  site: TARGET_SITE,
  unknown: TARGET_UNKNOWN,
};

interface Written {
  /** The declaration that it is a member of. */
  readonly in?: number;
  /** The first declaration of its symbol. */
  readonly of?: number;
  readonly flags?: number;
  readonly term?: number;
}

/** Facts of one file, written word by word: what its symbols are to linking, whoever extracts them. The n-th use stands on line n. */
export class WrittenSymbols {
  private readonly strings: string[] = [''];
  private readonly numbers = new Map([['', 0]]);
  private readonly sites: number[] = [];
  private readonly columns = {
    declarations: [] as number[],
    heritage: [] as number[],
    imports: [] as number[],
    exports: [] as number[],
    terms: [TERM_OPS.indexOf('unknown'), 0, 0],
    uses: [] as number[],
  };
  private readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  site(specifier: string, kind: EdgeKind = 'static'): number {
    return this.sites.push(EDGE_KINDS.indexOf(kind), this.string(specifier), 1, 1, 1, 1, 0) / SITE.WORDS - 1;
  }

  declare(kind: SymbolKind, name: string, { in: parent = -1, of, flags = 0, term = -1 }: Written = {}): number {
    const number = this.columns.declarations.length / DECLARATION.WORDS;
    const place = [number + 1, 1, number + 1, 9, number + 1, 3, name.length, this.string(`${kind} ${name}`), 0];
    const words = [this.string(name), SYMBOL_KINDS.indexOf(kind), parent + 1, of ?? number, flags, ...place, term + 1];
    this.columns.declarations.push(...words);
    return number;
  }

  import(site: number, name: string, local: string = name): number {
    return this.columns.imports.push(site, this.string(name), this.string(local)) / 3 - 1;
  }

  export(name: string, from: keyof typeof EXPORT_FROM, a: number, there: string = name): void {
    this.columns.exports.push(this.string(name), EXPORT_FROM[from], a, this.string(there));
  }

  /** @param b a number, or a name */
  term(op: TermOp, a = 0, b: number | string = 0): number {
    const second = typeof b === 'string' ? this.string(b) : b;
    return this.columns.terms.push(TERM_OPS.indexOf(op), a, second) / 3 - 1;
  }

  rests(declaration: number, how: 'extends' | 'implements', term: number): void {
    this.columns.heritage.push(declaration, how === 'extends' ? 0 : 1, term);
  }

  /** @param from the declaration that holds it, -1 for the module */
  use(kind: UseKind, target: keyof typeof TARGETS, what: number, name = '', from = -1): void {
    const line = this.columns.uses.length / 8 + 1;
    const words = [USE_KINDS.indexOf(kind), TARGETS[target], what, this.string(name), from + 1, line, 1, 1];
    this.columns.uses.push(...words);
  }

  facts(): FileFacts {
    const { declarations, heritage, imports, exports, terms, uses } = this.columns;
    return {
      path: this.path,
      hash: 'f00d',
      lines: 1,
      status: 'parsed',
      diagnostics: [],
      sites: Uint32Array.from(this.sites),
      strings: this.strings,
      symbols: {
        declarations: Uint32Array.from(declarations),
        heritage: Uint32Array.from(heritage),
        imports: Uint32Array.from(imports),
        exports: Uint32Array.from(exports),
        terms: Uint32Array.from(terms),
        uses: Uint32Array.from(uses),
      },
    };
  }

  private string(text: string): number {
    const known = this.numbers.get(text) ?? this.strings.push(text) - 1;
    this.numbers.set(text, known);
    return known;
  }
}
