import type { Cursor } from '../../../syntax/cursor.ts';
import type { LineTable } from '../../../syntax/line-table.ts';
import type { Redactor } from '../../redact/redactor-of.ts';
import type { SymbolFacts } from '../../symbol-records.ts';
import { DECLARED_AMBIENT } from '../../symbol-records.ts';
import { topLevelStatements } from '../erasure/find-exports.ts';
import type { CodeBlock } from '../imports/find-imports.ts';
import { bindLocals } from './bind-locals.ts';
import { Bindings } from './bindings.ts';
import { findDeclarationTerms } from './declaration-terms.ts';
import { Declarations, NO_DECLARATION } from './declarations.ts';
import { declareStatements } from './declare-statements.ts';
import { ExportTable } from './export-table.ts';
import { FileNames } from './file-names.ts';
import { findExports } from './find-exports.ts';
import { findHeritage } from './find-heritage.ts';
import { UseFinder } from './find-uses.ts';
import { ImportTable } from './import-table.ts';
import { SourceText } from './source-text.ts';
import { type TermContext, TermMemo } from './term-context.ts';
import { TermSources } from './term-sources.ts';
import { TermTable } from './term-table.ts';
import { UseTable } from './use-table.ts';

/** What a file is besides its tree. */
export interface FileAround {
  readonly lines: LineTable;
  /** The strings of the file: new ones are added at its end. */
  readonly strings: string[];
  /** Where the specifier of each import site begins, in bytes, ascending. */
  readonly siteStarts: readonly number[];
  /** For all text of the source that goes into the facts. */
  readonly redactor: Redactor | null;
}

/** Finds the symbols of a file that is one block of code, and who uses what in it. */
export type SymbolFinder = (tree: Cursor, block: CodeBlock, around: FileAround) => SymbolFacts;

/** A finder with tables of its own, kept from file to file: one a thread. */
export function createSymbolFinder(): SymbolFinder {
  const [text, names, bindings, declared] = [new SourceText(), new FileNames(), new Bindings(), new Declarations()];
  const [imported, sources, terms] = [new ImportTable(), new TermSources(), new TermTable()];
  const [exports, uses, finder, known] = [new ExportTable(declared), new UseTable(), new UseFinder(), new TermMemo()];
  return (tree, { source, offset, language }, { lines, strings, siteStarts, redactor }) => {
    text.load(source, redactor);
    names.load(strings, tree.count, redactor);
    imported.load(siteStarts);
    for (const table of [bindings, declared, sources, terms, exports, uses]) table.clear();
    const isDeclarationFile = language === 'declaration';
    known.load(tree.count);
    const context: TermContext = {
      tree,
      text,
      lines,
      offset,
      isDeclarationFile,
      isJavaScript: language === 'javascript',
      names,
      bindings,
      declared,
      imported,
      sources,
      terms,
      known,
    };
    const statements = topLevelStatements(tree);
    const flags = isDeclarationFile ? DECLARED_AMBIENT : 0;
    declareStatements(context, statements, { parent: NO_DECLARATION, flags, depth: 0 });
    findExports(context, exports, statements);
    bindLocals(context);
    const heritage = findHeritage(context);
    findDeclarationTerms(context);
    finder.find(context, uses);
    return {
      declarations: declared.rows.copy(),
      heritage,
      imports: imported.rows.copy(),
      exports: exports.rows.copy(),
      terms: terms.copy(),
      uses: uses.take(lines, offset),
    };
  };
}
