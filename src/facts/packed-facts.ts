import type { BundlerAlias, Diagnostic, ErasureFacts, FileFacts, ToolSetting } from './records.ts';
import { BINDING, EXPORTED, SITE } from './records.ts';
import { DECLARATION, EXPORT, HERITAGE, IMPORTED, type SymbolFacts, TERM, USE } from './symbol-records.ts';

/**
 * The facts of many files as a few columns and one string table: what a parse worker returns and what the
 * facts cache keeps. Thousands of small objects with arrays of their own are slow to copy between threads.
 */
export interface PackedFacts {
  /**
   * FILE.WORDS a file: path, hash (both into strings), lines, parsed (1) or failed (0), diagnostics, sites, strings (counts), jsx,
   * bindings, exports (counts), aliases and settings (their JSON, into strings; hardly any file has some), whether there are symbols, and the
   * counts of their rows in the order of {@link SYMBOL_COLUMNS}; bytes of the block of excerpts, and as many before it was compressed.
   */
  readonly files: Uint32Array;
  /** DIAGNOSTIC_WORDS a diagnostic: code, message (into strings), line, column. */
  readonly diagnostics: Uint32Array;
  /** As {@link FileFacts.sites}; the specifier counts within the file's own strings. */
  readonly sites: Uint32Array;
  /** As in {@link ErasureFacts}. */
  readonly bindings: Uint32Array;
  readonly exports: Uint32Array;
  /** As in {@link SymbolFacts}, each column of all files one after the other. */
  readonly symbols: SymbolFacts;
  /** As {@link FileFacts.excerpts}, one block after the other. */
  readonly excerpts: Uint8Array;
  /** A file's own strings, one run a file: indexes into strings. */
  readonly fileStrings: Uint32Array;
  /** All strings, one after the other: a hundred thousand small ones are slow to copy one by one. */
  readonly text: string;
  /** Where each ends, in UTF-16 units. */
  readonly ends: Uint32Array;
}

/** The columns of {@link SymbolFacts} and how wide their rows are. */
const SYMBOL_COLUMNS = [
  ['declarations', DECLARATION.WORDS],
  ['heritage', HERITAGE.WORDS],
  ['imports', IMPORTED.WORDS],
  ['exports', EXPORT.WORDS],
  ['terms', TERM.WORDS],
  ['uses', USE.WORDS],
] as const satisfies readonly (readonly [keyof SymbolFacts, number])[];

/** Words of one file in {@link PackedFacts.files}. */
const FILE = {
  PATH: 0,
  HASH: 1,
  LINES: 2,
  PARSED: 3,
  DIAGNOSTICS: 4,
  SITES: 5,
  STRINGS: 6,
  JSX: 7,
  BINDINGS: 8,
  EXPORTS: 9,
  ALIASES: 10,
  HAS_SYMBOLS: 11,
  /** A count for each of SYMBOL_COLUMNS. */
  SYMBOL_ROWS: 12,
  EXCERPT_BYTES: 12 + SYMBOL_COLUMNS.length,
  EXCERPT_LENGTH: 13 + SYMBOL_COLUMNS.length,
  WORDS: 14 + SYMBOL_COLUMNS.length,
} as const;
const DIAGNOSTIC_WORDS = 4;

export function packFacts(facts: readonly FileFacts[]): PackedFacts {
  const strings: string[] = [];
  const numbers = new Map<string, number>();
  const intern = (text: string): number => {
    let number = numbers.get(text);
    if (number === undefined) {
      number = strings.push(text) - 1;
      numbers.set(text, number);
    }
    return number;
  };
  const files = new Uint32Array(facts.length * FILE.WORDS);
  const diagnostics: number[] = [];
  const fileStrings: number[] = [];
  facts.forEach((file, index) => {
    const row = [
      intern(file.path),
      intern(file.hash),
      file.lines,
      file.status === 'parsed' ? 1 : 0,
      file.diagnostics.length,
      file.sites.length / SITE.WORDS,
      file.strings.length,
      file.erasure?.jsx ?? 0,
      (file.erasure?.bindings.length ?? 0) / BINDING.WORDS,
      (file.erasure?.exports.length ?? 0) / EXPORTED.WORDS,
      intern(file.aliases || file.settings ? JSON.stringify([file.aliases ?? null, file.settings ?? null]) : ''),
      file.symbols ? 1 : 0,
      ...SYMBOL_COLUMNS.map(([column, width]) => (file.symbols?.[column].length ?? 0) / width),
      file.excerpts?.block.length ?? 0,
      file.excerpts?.length ?? 0,
    ];
    files.set(row, index * FILE.WORDS);
    for (const { code, message, line, column } of file.diagnostics)
      diagnostics.push(intern(code), intern(message), line, column);
    for (const text of file.strings) fileStrings.push(intern(text));
  });
  return {
    files,
    diagnostics: Uint32Array.from(diagnostics),
    sites: joined(facts.map((file) => file.sites)),
    bindings: joined(facts.map(({ erasure }) => erasure?.bindings ?? NO_WORDS)),
    exports: joined(facts.map(({ erasure }) => erasure?.exports ?? NO_WORDS)),
    symbols: symbolColumns((column) => joined(facts.map(({ symbols }) => symbols?.[column] ?? NO_WORDS))),
    excerpts: joinedBytes(facts.map(({ excerpts }) => excerpts?.block ?? NO_BYTES)),
    fileStrings: Uint32Array.from(fileStrings),
    text: strings.join(''),
    ends: endsOf(strings),
  };
}

function symbolColumns(columnOf: (column: keyof SymbolFacts, index: number) => Uint32Array): SymbolFacts {
  const columns = SYMBOL_COLUMNS.map(([column], index) => [column, columnOf(column, index)]);
  return Object.fromEntries(columns) as Record<keyof SymbolFacts, Uint32Array>;
}

function endsOf(strings: readonly string[]): Uint32Array {
  let end = 0;
  return Uint32Array.from(strings, ({ length }) => (end += length));
}

const NO_WORDS = new Uint32Array();

function joined(columns: readonly Uint32Array[]): Uint32Array {
  const whole = new Uint32Array(columns.reduce((sum, { length }) => sum + length, 0));
  let word = 0;
  for (const column of columns) {
    whole.set(column, word);
    word += column.length;
  }
  return whole;
}

const NO_BYTES = new Uint8Array();

/** Not Buffer.concat: what it returns comes back from the facts cache as another kind of array. */
function joinedBytes(blocks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(blocks.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const block of blocks) {
    whole.set(block, end);
    end += block.length;
  }
  return whole;
}

export function unpackFacts(packed: PackedFacts): FileFacts[] {
  const { files, diagnostics, sites, bindings, exports, fileStrings } = packed;
  const strings = Array.from(packed.ends, (end, at) => packed.text.slice(packed.ends[at - 1] ?? 0, end));
  const text = (index: number | undefined): string => strings[index ?? -1] ?? '';
  const facts: FileFacts[] = [];
  let diagnosticWord = 0;
  let siteWord = 0;
  let bindingWord = 0;
  let exportWord = 0;
  const symbolWords = SYMBOL_COLUMNS.map(() => 0);
  const symbolsAt = (row: number): SymbolFacts =>
    symbolColumns((column, index) => {
      const from = symbolWords[index] as number;
      const end = from + (files[row + FILE.SYMBOL_ROWS + index] ?? 0) * (SYMBOL_COLUMNS[index]?.[1] ?? 0);
      symbolWords[index] = end;
      return end > from ? packed.symbols[column].subarray(from, end) : NO_WORDS;
    });
  let stringWord = 0;
  let excerptByte = 0;
  const excerptsAt = (row: number, end: number) => ({
    block: packed.excerpts.subarray(excerptByte, end),
    length: files[row + FILE.EXCERPT_LENGTH] ?? 0,
  });
  // Word by word, and no column cut where a file has none: a view costs more than all else that is done for a file.
  for (let row = 0; row < files.length; row += FILE.WORDS) {
    const path = text(files[row + FILE.PATH]);
    const own: Diagnostic[] = [];
    for (let left = files[row + FILE.DIAGNOSTICS] ?? 0; left > 0; left--, diagnosticWord += DIAGNOSTIC_WORDS) {
      const [code, message, line = 0, column = 0] = diagnostics.subarray(
        diagnosticWord,
        diagnosticWord + DIAGNOSTIC_WORDS,
      );
      own.push({ path, code: text(code) as Diagnostic['code'], message: text(message), line, column });
    }
    const siteEnd = siteWord + (files[row + FILE.SITES] ?? 0) * SITE.WORDS;
    const ownStrings: string[] = [];
    for (let left = files[row + FILE.STRINGS] ?? 0; left > 0; left--) ownStrings.push(text(fileStrings[stringWord++]));
    const bindingEnd = bindingWord + (files[row + FILE.BINDINGS] ?? 0) * BINDING.WORDS;
    const exportEnd = exportWord + (files[row + FILE.EXPORTS] ?? 0) * EXPORTED.WORDS;
    const blockEnd = excerptByte + (files[row + FILE.EXCERPT_BYTES] ?? 0);
    const known: FileFacts = {
      path,
      hash: text(files[row + FILE.HASH]),
      lines: files[row + FILE.LINES] ?? 0,
      status: files[row + FILE.PARSED] === 1 ? 'parsed' : 'failed',
      diagnostics: own,
      sites: siteEnd > siteWord ? sites.subarray(siteWord, siteEnd) : NO_WORDS,
      strings: ownStrings,
      ...(files[row + FILE.HAS_SYMBOLS] === 1 ? { symbols: symbolsAt(row) } : {}),
      ...(blockEnd > excerptByte ? { excerpts: excerptsAt(row, blockEnd) } : {}),
    };
    const aliases = text(files[row + FILE.ALIASES]);
    if (bindingEnd > bindingWord || exportEnd > exportWord || aliases !== '') {
      const erasure: ErasureFacts = {
        jsx: files[row + FILE.JSX] ?? 0,
        bindings: bindings.subarray(bindingWord, bindingEnd),
        exports: exports.subarray(exportWord, exportEnd),
      };
      facts.push({
        ...known,
        ...(erasure.bindings.length + erasure.exports.length > 0 ? { erasure } : {}),
        ...(aliases !== '' ? configured(aliases) : {}),
      });
    } else facts.push(known);
    excerptByte = blockEnd;
    siteWord = siteEnd;
    bindingWord = bindingEnd;
    exportWord = exportEnd;
  }
  return facts;
}

/** What a configuration says, from its JSON. */
function configured(json: string): Pick<FileFacts, 'aliases' | 'settings'> {
  const [aliases, settings] = JSON.parse(json) as [BundlerAlias[] | null, ToolSetting[] | null];
  return { ...(aliases ? { aliases } : {}), ...(settings ? { settings } : {}) };
}
