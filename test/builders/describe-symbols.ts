import { SYMBOL_KINDS, USE_KINDS } from '../../src/base/symbol-kinds.ts';
import { type FileFacts, SITE } from '../../src/facts/records.ts';
import * as records from '../../src/facts/symbol-records.ts';
import { extractFrom } from './extract-from.ts';

const { DECLARATION, EXPORT, HERITAGE, IMPORTED, TERM, TERM_OPS, USE } = records;

/** The bits of DECLARED_… by their names: `static`, `ambient`. */
const FLAGS = Object.entries(records).flatMap(([name, bit]) =>
  name.startsWith('DECLARED_') && typeof bit === 'number' ? [[name.slice(9).toLowerCase(), bit] as const] : [],
);

/** The symbols of one file in words, each row a line; a second reading of the columns, which knows nothing of how they are made. */
export class DescribedSymbols {
  private readonly facts: FileFacts;
  private readonly symbols: records.SymbolFacts;

  constructor(source: string, path?: string) {
    this.facts = extractFrom(source, path);
    const problem = this.facts.diagnostics.find(({ code }) => code !== 'rescued-declaration');
    if (problem) throw new Error(`${problem.code}: ${problem.message}`);
    if (!this.facts.symbols) throw new Error('the file has no symbols');
    this.symbols = this.facts.symbols;
  }

  /** `class Ship.sail [async] = <term>`, with the symbol's first declaration where that is another. */
  get declarations(): string[] {
    return rowsOf(this.symbols.declarations, DECLARATION.WORDS).map((row, number) => {
      const symbol = row[DECLARATION.SYMBOL] ?? 0;
      const flags = FLAGS.filter(([, bit]) => ((row[DECLARATION.FLAGS] ?? 0) & bit) !== 0).map(([name]) => name);
      const term = row[DECLARATION.TERM] ?? 0;
      return [
        SYMBOL_KINDS[row[DECLARATION.KIND] ?? -1],
        this.nameOf(number),
        ...(flags.length > 0 ? [`[${flags.join(' ')}]`] : []),
        ...(symbol === number ? [] : [`of ${this.lineOf(symbol)}`]),
        ...(term === 0 ? [] : [`= ${this.term(term - 1)}`]),
      ].join(' ');
    });
  }

  /** `Ship.sail: <signature>`. */
  get signatures(): string[] {
    return rowsOf(this.symbols.declarations, DECLARATION.WORDS).map(
      (row, number) => `${this.nameOf(number)}: ${this.text(row[DECLARATION.SIGNATURE])}`,
    );
  }

  /** `Ship.sail: <doc comment>`, of what has one. */
  get docs(): string[] {
    return rowsOf(this.symbols.declarations, DECLARATION.WORDS)
      .map((row, number) => `${this.nameOf(number)}: ${this.text(row[DECLARATION.DOC])}`)
      .filter((line) => !line.endsWith(': '));
  }

  /** `Ship.sail 3:1-5:2 name 3:7+4`. */
  get places(): string[] {
    return rowsOf(this.symbols.declarations, DECLARATION.WORDS).map((row, number) => {
      const [line, column, endLine, endColumn, nameLine, nameColumn, nameLength] = row.slice(DECLARATION.LINE);
      return `${this.nameOf(number)} ${line}:${column}-${endLine}:${endColumn} name ${nameLine}:${nameColumn}+${nameLength}`;
    });
  }

  /** `class Ship extends <term>`. */
  get heritage(): string[] {
    return rowsOf(this.symbols.heritage, HERITAGE.WORDS).map(
      ([declaration = 0, how = 0, term = 0]) =>
        `${this.nameOf(declaration)} ${['extends', 'implements', 'generic', 'called', 'made', 'indexed'][how]} ${this.term(term)}`,
    );
  }

  /** `sail <- canvas of ./canvas.ts`. */
  get imports(): string[] {
    return rowsOf(this.symbols.imports, IMPORTED.WORDS).map(
      ([site = 0, name, local]) => `${this.text(local)} <- ${this.text(name)} of ${this.site(site)}`,
    );
  }

  get exports(): string[] {
    return rowsOf(this.symbols.exports, EXPORT.WORDS).map(([name, from, a = 0, b]) => {
      const what = [
        () => `declaration ${this.nameOf(a)}`,
        () => `import ${this.imported(a)}`,
        () => `${this.text(b)} of ${this.site(a)}`,
        () => `term ${this.term(a)}`,
      ][from ?? -1];
      return `${this.text(name)} = ${what?.()}`;
    });
  }

  /** `Ship.sail call <target> at 3:5`, without the place on request. */
  uses(places = false): string[] {
    return rowsOf(this.symbols.uses, USE.WORDS).map((row) => {
      const [kind = -1, target = -1, what = 0, name, from = 0, line, column, length] = row;
      const said = this.text(name);
      const whose = [
        () => `declaration ${this.nameOf(what)}`,
        () => `import ${this.imported(what)}`,
        () => `${said} of ${this.term(what)}`,
        () => `${said} of ${this.site(what)}`,
        () => `${said} of ?`,
      ][target]?.();
      const place = places ? ` at ${line}:${column}+${length}` : '';
      return `${from === 0 ? 'module' : this.nameOf(from - 1)} ${USE_KINDS[kind]} ${whose}${place}`;
    });
  }

  nameOf(declaration: number): string {
    const at = declaration * DECLARATION.WORDS;
    const parent = this.symbols.declarations[at + DECLARATION.PARENT] ?? 0;
    const name = this.text(this.symbols.declarations[at + DECLARATION.NAME]);
    return parent === 0 ? name : `${this.nameOf(parent - 1)}.${name}`;
  }

  term(number: number): string {
    const [op = -1, a = 0, b = 0] = rowsOf(this.symbols.terms, TERM.WORDS)[number] ?? [];
    const name = TERM_OPS[op];
    switch (name) {
      case 'unknown':
        return '?';
      case 'declared':
        return this.nameOf(a);
      case 'imported':
        return this.imported(a);
      case 'this':
      case 'super':
      case 'static-this':
      case 'object':
        return `${name}(${this.nameOf(a)})`;
      case 'namespace':
        return `namespace(${this.site(a)})`;
      case 'member':
      case 'key':
        return `${this.term(a)}${name === 'member' ? '.' : '#'}${this.text(b)}`;
      case 'parameter':
        return `parameter(${this.term(a)}, ${b})`;
      case 'union':
        return `(${this.term(a)} | ${this.term(b)})`;
      case 'all-of':
        return `(${this.term(a)} & ${this.term(b)})`;
      case 'function':
        return `(${b === 0 ? '' : this.term(b)}) => ${this.term(a)}`;
      case 'type-parameter':
        return b === 0 ? 'T' : `T extends ${this.term(b)}`;
      case 'generic':
        return `<${this.term(b)}>${this.term(a)}`;
      case 'applied':
        return `${this.term(a)}<${this.term(b)}>`;
      case 'call':
      case 'new':
        return b === 0 ? `${name}(${this.term(a)})` : `${name}(${this.term(a)}; ${this.term(b)})`;
      case 'argument':
      case 'at':
        return `${name}(${this.term(a)}, ${b})`;
      case 'index':
        return `${this.term(a)}[${this.term(b)}]`;
      case 'mapped':
      case 'conditional':
        return `${name}(${this.term(a)}; ${this.term(b)})`;
      case 'shape':
        return a === 0 ? '{}' : `{ ${this.term(a)} }`;
      case 'property':
        return `${this.text(b)}: ${this.term(a)}`;
      case 'literal':
        return `'${this.text(a)}'`;
      case 'list':
        return b === 0 ? this.term(a) : `${this.term(a)}, ${this.term(b)}`;
      default:
        return `${name}(${this.term(a)})`;
    }
  }

  private lineOf(declaration: number): string {
    return `line ${this.symbols.declarations[declaration * DECLARATION.WORDS + DECLARATION.LINE]}`;
  }

  private imported(number: number): string {
    return this.text(this.symbols.imports[number * IMPORTED.WORDS + IMPORTED.LOCAL]);
  }

  private site(number: number): string {
    return this.text(this.facts.sites[number * SITE.WORDS + SITE.SPECIFIER]);
  }

  private text(number: number | undefined): string {
    return this.facts.strings[number ?? -1] ?? '<no string>';
  }
}

export function symbolsOf(source: string, path?: string): DescribedSymbols {
  return new DescribedSymbols(source, path);
}

function rowsOf(words: Uint32Array, width: number): number[][] {
  return Array.from({ length: words.length / width }, (_, row) => [...words.subarray(row * width, (row + 1) * width)]);
}
